/// Reads JSON text strictly: RFC 8259 and nothing more, UTF-8 only, with the place of every value.
///
/// https://www.rfc-editor.org/rfc/rfc8259.html
package enum JSONReader {
    /// How deep arrays and objects may nest: far deeper than any of our formats, far less than the stack bears.
    package static let maximumDepth = 64

    /// Reads one document.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - what: What the text is, for messages.
    ///   - diagnostics: Where a syntax error is reported, with its place and what was expected there.
    ///   - leniency: What is let pass of text that other programs wrote.
    /// - Returns: The value, or nil after an error. Duplicate members are kept: `ObjectReader` reports them.
    package static func read(
        _ bytes: [UInt8], what: String = "file", into diagnostics: Diagnostics, leniency: JSONLeniency = .none
    ) -> JSONNode? {
        bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer, what: what, leniency: leniency)
            do throws(JSONParser.Failure) {
                return try parser.document()
            } catch {
                diagnostics.error(error.message, at: error.position)
                return nil
            }
        }
    }
}
