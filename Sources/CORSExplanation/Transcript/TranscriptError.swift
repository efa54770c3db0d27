import StrictJSON

/// What is said of a transcript that cannot be read.
enum TranscriptError {
    private static let secret = ["authorization", "cookie", "token", "password"]

    /// Says what was expected on a line, and what stands there.
    static func unexpected(_ expected: String, on line: TextLine, of file: String, column: Int = 1) -> Diagnostic {
        Diagnostic(
            file: file, position: SourcePosition(line: line.number, column: column),
            message: "\(expected) was expected, but here is \(quoted(line))")
    }

    /// Quotes the beginning of a line, unless it may hold a secret.
    private static func quoted(_ line: TextLine) -> String {
        let text = String(decoding: line.bytes, as: UTF8.self)
        let folded = text.lowercased()
        let shown =
            secret.contains { folded.contains($0) } || folded.contains("curl ")
            ? String(text.prefix { $0 != ":" && $0 != " " }) + " …"
            : text.unicodeScalars.count > 60 ? String(text.unicodeScalars.prefix(60)) + "…" : text
        return "\"\(shown)\""
    }
}
