import CORSRunner
import CORSVocabulary

/// One finding in full: what was sent, what came back, what a browser does, why, and how to see it again.
struct FindingText {
    /// The finding.
    let finding: Finding
    /// Its row.
    let row: RowResult
    /// What was tested.
    let target: TargetDescription
    /// The colours.
    let paint: Paint
    /// How long a line of prose may be.
    let width: Int
    /// Whether the cause and the fix are said here; else whoever shows the finding has said them.
    var saysCause = true

    /// The lines, not indented.
    var lines: [String] {
        var lines = [paint.bold(Visible.text("\(row.policy):\(row.id)")), Visible.text(row.title), ""]
        let exchange = finding.exchange.flatMap { row.exchanges.indices.contains($0) ? row.exchanges[$0] : nil }
        if let exchange {
            let text = ExchangeText(exchange, showing: finding, paint: paint)
            lines += text.lines.map { "  \($0)" } + [""]
        }
        lines += labelled("browser", finding.message)
        if let console = finding.console { lines += labelled("console", console) }
        lines += labelled("expected", Redact.text(finding.expected))
        lines += labelled("actual", Visible.bytes(Redact.text(finding.actual)))
        if saysCause {
            if let cause = finding.cause { lines += labelled("cause", cause.title) }
            if let fix = finding.fix { lines += labelled("fix", fix) }
        }
        if !row.why.isEmpty { lines += labelled("why", row.why) }
        lines.append("section   \(finding.section.url)")
        if let exchange {
            let command = CurlCommand.lines(exchange.request, target: target)
            let margin = String(repeating: " ", count: Labelled.column)
            lines += zip(["see it    ", margin], command).map { $0 + $1 }
        }
        return lines
    }

    private func labelled(_ label: String, _ text: String) -> [String] { Labelled.lines(label, text, width: width) }
}
