import CORSVocabulary

/// A request as lines.
enum RequestText {
    private static let added: Set<FieldName> = ["User-Agent", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest"]

    /// Whether a browser adds a line to every request by itself.
    private static func isAdded(_ field: HeaderField) -> Bool {
        added.contains(field.name) || (field.name == "Accept" && field.value == "*/*")
    }

    /// Writes a request, all but its `Host`.
    static func lines(_ request: HTTPRequest) -> [String] {
        first(request) + request.headers.fields.filter { $0.name != "Host" }.map(line)
    }

    /// Writes what matters of a request to CORS; the lines that every request has are counted.
    static func shortLines(_ request: HTTPRequest) -> [String] {
        let fields = request.headers.fields.filter { $0.name != "Host" }
        let hidden = fields.count(where: isAdded)
        let rest =
            hidden > 0 ? ["> (\(hidden) more header \(hidden == 1 ? "line" : "lines"), as browsers add them)"] : []
        return first(request) + fields.filter { !isAdded($0) }.map(line) + rest
    }

    private static func first(_ request: HTTPRequest) -> [String] {
        ["> \(Visible.bytes(request.method.text)) \(Visible.text(request.path))"]
    }

    private static func line(_ field: HeaderField) -> String {
        "> \(Visible.bytes(field.name.text)): \(Visible.pieces(field.value.bytes).joined())"
    }
}
