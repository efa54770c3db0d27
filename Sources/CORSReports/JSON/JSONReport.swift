package import CORSRunner
import CORSVocabulary
import StrictJSON

/// The report that programs read, format 1.
package enum JSONReport {
    /// The number of the format that is written.
    private static let format = RunReport.format

    /// Renders a report.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - version: corspec's version.
    /// - Returns: The JSON text, with a line break at its end.
    package static func render(_ report: RunReport, version: String) -> String {
        var members: [(String, JSONOutput)] = [
            ("corspec", .string(version)), ("format", .integer(format)), ("target", target(report.target)),
            ("summary", summary(report.summary, duration: report.duration)),
        ]
        if let baseline = report.baseline { members.append(("baseline", self.baseline(baseline))) }
        members.append(("results", .elements(count: report.rows.count) { row(report.rows[$0]) }))
        return JSONWriter.document(.object(members))
    }

    private static func baseline(_ baseline: BaselineOutcome) -> JSONOutput {
        .object([
            ("file", .string(baseline.file)),
            (
                "stale",
                .array(
                    baseline.stale.map { stale in
                        .object([
                            ("id", .string(stale.entry.id)), ("policy", .string(stale.entry.policy)),
                            ("problem", .string(stale.name)), ("message", .string(stale.message)),
                        ])
                    })
            ),
        ])
    }

    private static func target(_ target: TargetDescription) -> JSONOutput {
        var members: [(String, JSONOutput)] = [
            ("kind", .string(target.kind.rawValue)), ("name", .string(target.name)),
        ]
        let optional = [("version", target.version), ("homepage", target.homepage), ("issues", target.issues)]
        for case (let name, let text?) in optional { members.append((name, .string(text))) }
        if let location = target.location {
            members.append((target.kind == .url ? "url" : "command", .string(location)))
        }
        return .object(members)
    }

    private static func summary(_ summary: RunSummary, duration: Duration) -> JSONOutput {
        .object([
            ("selected", .integer(summary.selected)), ("passed", .integer(summary.passed)),
            ("hazard", .integer(summary.hazard)), ("failed", .integer(summary.failed)),
            ("known", .integer(summary.known)), ("skipped", .integer(summary.skipped)),
            ("error", .integer(summary.error)), ("unsafe", .integer(summary.unsafe)),
            ("broken", .integer(summary.broken)), ("duration_ms", milliseconds(duration)),
        ])
    }

    private static func row(_ row: RowResult) -> JSONOutput {
        .object([
            ("id", .string(row.id)), ("case", .string(row.caseID)), ("policy", .string(row.policy)),
            ("title", .string(row.title)), ("status", .string(row.status.rawValue)),
            ("severity", text(row.severity?.rawValue)), ("known", .bool(row.isKnown)), ("reason", text(row.reason)),
            ("findings", .array(row.findings.map(finding))),
            ("exchanges", .array(row.exchanges.map(exchange))),
        ])
    }

    private static func finding(_ finding: Finding) -> JSONOutput {
        .object([
            ("severity", .string(finding.severity.rawValue)), ("message", .string(finding.message)),
            ("expected", .string(Redact.text(finding.expected))), ("actual", .string(Redact.text(finding.actual))),
            ("section", .string(finding.section.anchor)), ("console", text(finding.console)),
            ("cause", text(finding.cause?.title)), ("fix", text(finding.fix)),
        ])
    }

    private static func exchange(_ exchange: RecordedExchange) -> JSONOutput {
        let request = exchange.request
        var response = JSONOutput.null
        if let answer = exchange.response {
            response = .object([("status", .integer(answer.status)), ("headers", headers(answer.headers))])
        }
        return .object([
            (
                "request",
                .object([
                    ("method", .string(request.method.text)), ("path", .string(request.path)),
                    ("headers", headers(request.headers)),
                ])
            ),
            ("response", response), ("ms", milliseconds(exchange.duration)),
        ])
    }

    private static func headers(_ headers: HeaderList) -> JSONOutput {
        .array(headers.fields.map { .array([.string($0.name.text), .string(Redact.value($0))]) })
    }

    private static func text(_ text: String?) -> JSONOutput { text.map { .string($0) } ?? .null }

    private static func milliseconds(_ duration: Duration) -> JSONOutput {
        .decimal((duration.milliseconds * 1000).rounded() / 1000)
    }
}
