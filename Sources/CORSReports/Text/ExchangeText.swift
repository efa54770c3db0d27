package import CORSRunner
import CORSVocabulary

/// A request and its response as lines, what is at fault marked.
package struct ExchangeText {
    /// Longer values are cut: what matters to CORS is shorter.
    private static let longest = 300
    private static let shown: Set<FieldName> = [
        .vary, "Location", "Set-Cookie", "WWW-Authenticate", "Cache-Control", "Age", "Allow",
    ]

    /// The exchange.
    let exchange: RecordedExchange
    /// What is at fault, or nil where nothing is.
    let mark: FaultMark?
    /// The colours.
    let paint: Paint

    /// Makes a text.
    ///
    /// - Parameters:
    ///   - exchange: The exchange.
    ///   - finding: What is at fault, or nil where nothing is.
    ///   - paint: The colours.
    package init(_ exchange: RecordedExchange, showing finding: Finding?, paint: Paint) {
        self.exchange = exchange
        mark = finding.map(FaultMark.init)
        self.paint = paint
    }

    /// The lines; header lines that do not matter to CORS are counted, not shown.
    package var lines: [String] {
        var lines = RequestText.shortLines(exchange.request)
        guard let response = exchange.response else { return lines + ["< no answer"] }
        lines.append("< \(response.status)")
        if mark?.marksStatus(response) == true { lines.append("  " + carets(String(response.status).count)) }
        var hidden = 0
        for field in response.headers.fields {
            let range = mark?.range(of: field, in: exchange)
            guard range != nil || Self.isShown(field.name) else {
                hidden += 1
                continue
            }
            lines += header(field, marking: range)
        }
        if hidden > 0 { lines.append("< (\(hidden) more header \(hidden == 1 ? "line" : "lines"))") }
        if let name = mark?.finding.field, !response.headers.contains(name) {
            lines.append(paint.bad("< there is no \(name.text) line"))
        }
        return lines
    }

    private static func isShown(_ name: FieldName) -> Bool {
        shown.contains(name) || name.lowercased.hasPrefix("access-control-")
    }

    private func header(_ field: HeaderField, marking range: Range<Int>?) -> [String] {
        let isSecret = Redact.isSecret(field.name)
        let pieces = isSecret ? ["***"] : Visible.pieces(field.value.bytes)
        let name = "< \(Visible.pieces(field.name.bytes).joined()): "
        let cut = pieces.count > Self.longest ? "… (\(pieces.count - Self.longest) more bytes)" : ""
        let line = name + pieces.prefix(Self.longest).joined() + cut
        guard let range else { return [line] }
        let marked = (isSecret ? pieces.indices : range).clamped(to: 0..<min(pieces.count, Self.longest))
        let before = pieces[..<marked.lowerBound].reduce(name.unicodeScalars.count) { $0 + $1.utf8.count }
        let width = pieces[marked].reduce(0) { $0 + $1.utf8.count }
        return [line, String(repeating: " ", count: before) + carets(width)]
    }

    private func carets(_ count: Int) -> String { paint.bad(String(repeating: "^", count: max(1, count))) }
}
