import CORSVocabulary

/// A request as lines.
enum RequestText {
    /// Writes a request, all but its `Host`.
    static func lines(_ request: HTTPRequest) -> [String] {
        ["> \(Visible.bytes(request.method.text)) \(Visible.text(request.path))"]
            + request.headers.fields.filter { $0.name != "Host" }.map { field in
                "> \(Visible.bytes(field.name.text)): \(Visible.pieces(field.value.bytes).joined())"
            }
    }
}
