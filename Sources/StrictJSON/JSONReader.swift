/// Reads JSON text strictly: RFC 8259 and nothing more, UTF-8 only, with the place of every value.
///
/// https://www.rfc-editor.org/rfc/rfc8259.html
package enum JSONReader {
    /// How deep arrays and objects may nest.
    package static let maximumDepth = 64

    /// Reads one document.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - diagnostics: Where a syntax error is reported, with its place and what was expected there.
    /// - Returns: The value, or nil after an error. Duplicate members are kept: `ObjectReader` reports them.
    package static func read(_ bytes: [UInt8], into diagnostics: Diagnostics) -> JSONNode? {
        nil
    }
}
