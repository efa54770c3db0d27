import CORSRunner
import CORSVocabulary

/// One finding in full: what was sent, what came back, what a browser does, why, and how to see it again.
struct FindingText {
    /// The lines, not indented.
    let lines: [String]

    /// Writes a finding.
    init(_ finding: Finding, row: RowResult, target: TargetDescription, paint: Paint) {
        var lines = ["\(row.policy):\(row.id)", row.title, ""]
        let exchange = finding.exchange.flatMap { row.exchanges.indices.contains($0) ? row.exchanges[$0] : nil }
        if let exchange {
            lines += ExchangeText.lines(exchange, marking: finding.field, paint: paint).map { "  \($0)" }
            lines.append("")
        }
        lines += Wrap.paragraph("browser   \(finding.message)", indent: 10)
        if let console = finding.console { lines += Wrap.paragraph("console   \(console)", indent: 10) }
        lines += Wrap.paragraph("expected  \(finding.expected)", indent: 10)
        lines += Wrap.paragraph("actual    \(Visible.text(Redact.text(finding.actual)))", indent: 10)
        if let cause = finding.cause {
            lines += Wrap.paragraph("cause     \(cause.title)", indent: 10)
            lines += Wrap.paragraph("fix       \(cause.fix)", indent: 10)
        }
        lines += Wrap.paragraph("why       \(row.why)", indent: 10)
        lines.append("section   \(finding.section.url)")
        if let exchange { lines.append("see it    \(CurlCommand.text(exchange.request, target: target))") }
        self.lines = lines
    }
}
