import CORSVocabulary
package import StrictJSON

/// Reads what `curl -i` or `curl -v` printed: heads of responses, of requests where they are shown, and the commands
/// where they were copied along.
package enum TranscriptReader {
    /// Reads a transcript.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - file: Its name, for errors.
    /// - Returns: The exchanges, in order, at least one; what no server answered by itself is left out.
    /// - Throws: `Diagnostic` with the place at which something else than HTTP stands.
    package static func read(_ bytes: [UInt8], file: String) throws(Diagnostic) -> [ReadExchange] {
        let text = InputText.plain(bytes)
        let lines = TextLine.split(text)
        var exchanges: [ReadExchange] = []
        for segment in TranscriptSegment.split(lines) {
            if segment.isVerbose {
                exchanges += try VerboseReader(segment: segment, file: file).exchanges()
            } else {
                exchanges += try PlainReader(segment: segment, text: text, file: file).exchanges()
            }
        }
        if exchanges.isEmpty { throw notHTTP(lines, file: file) }
        return exchanges
    }

    /// Says where HTTP should have begun.
    private static func notHTTP(_ lines: [TextLine], file: String) -> Diagnostic {
        let expected = "a status line of curl -i or curl -v, such as HTTP/1.1 200 OK,"
        // What curl says of its own failure tells more than what stands before it.
        let failure = lines.first { $0.begins(with: "curl: (") }
        guard let line = failure ?? lines.first(where: { !$0.isEmpty }) else {
            return Diagnostic(file: file, message: "\(expected) was expected, but there is no text at all")
        }
        return TranscriptError.unexpected(expected, on: line, of: file)
    }
}
