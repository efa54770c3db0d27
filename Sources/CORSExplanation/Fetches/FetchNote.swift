/// Something that a reader should know of a fetch that was put together from what was seen.
package struct FetchNote: Sendable, Hashable {
    /// What it is.
    package var text: String
    /// A command that shows more, or nil.
    package var command: String?

    /// Makes a note.
    package init(_ text: String, command: String? = nil) {
        self.text = text
        self.command = command
    }
}
