/// What a browser's developer tools recorded.
package struct HARFile: Sendable, Hashable {
    /// The entries, in order.
    package var entries: [HAREntry]
}
