import CORSRunner
import CORSVocabulary

/// A request and its response as lines, the header at fault marked.
enum ExchangeText {
    private static let shown: Set<FieldName> = [
        .origin, .vary, .cookie, .authorization, "Location", "Set-Cookie", "WWW-Authenticate", "Cache-Control", "Age",
    ]

    /// Writes an exchange; header lines that do not matter to CORS are counted, not shown.
    static func lines(_ exchange: RecordedExchange, marking field: FieldName?, paint: Paint) -> [String] {
        var lines = ["> \(exchange.request.method.text) \(exchange.request.path)"]
        lines += headers(exchange.request.headers, prefix: ">", marking: nil, paint: paint)
        guard let response = exchange.response else { return lines + ["< no answer"] }
        lines.append("< \(response.status)")
        lines += headers(response.headers, prefix: "<", marking: field, paint: paint)
        if let field, !response.headers.contains(field) {
            lines.append(paint.bad("<   there is no \(field.text) line"))
        }
        return lines
    }

    private static func headers(
        _ headers: HeaderList, prefix: String, marking field: FieldName?, paint: Paint
    ) -> [String] {
        var lines: [String] = []
        var hidden = 0
        for header in headers.fields {
            let isMarked = header.name == field
            let isShown = isMarked || shown.contains(header.name) || header.name.lowercased.hasPrefix("access-control")
            guard isShown else {
                hidden += header.name == "Host" ? 0 : 1
                continue
            }
            let value = Visible.text(Redact.value(header))
            lines.append("\(prefix) \(header.name.text): \(value)")
            if isMarked {
                let offset = prefix.count + 1 + header.name.text.count + 2
                let caret = String(repeating: "^", count: max(1, value.count))
                lines.append(String(repeating: " ", count: offset) + paint.bad(caret))
            }
        }
        if hidden > 0 { lines.append("\(prefix) (\(hidden) more header \(hidden == 1 ? "line" : "lines"))") }
        return lines
    }
}
