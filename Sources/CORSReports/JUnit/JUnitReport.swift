package import CORSRunner
import CORSVocabulary

/// The report that CI systems read: JUnit's XML, a suite for each policy, a test case for each row.
///
/// A failed row is a `failure`, one in error an `error`, one not run `skipped`; a hazard passes, with its explanation as
/// `system-out`. A row that a baseline lists passes in the same way.
package enum JUnitReport {
    /// Renders a report.
    ///
    /// - Parameter report: The report.
    /// - Returns: The XML text, with a line break at its end.
    package static func render(_ report: RunReport) -> String {
        var order: [String] = []
        var rows: [String: [RowResult]] = [:]
        for row in report.rows {
            if rows[row.policy] == nil { order.append(row.policy) }
            rows[row.policy, default: []].append(row)
        }
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        lines.append("<testsuites name=\"corspec \(XMLText.attribute(report.target.name))\" \(counts(report.rows))>")
        for policy in order {
            let rows = rows[policy] ?? []
            lines.append("  <testsuite name=\"\(XMLText.attribute(policy))\" \(counts(rows))>")
            for row in rows { lines += testCase(row, target: report.target) }
            lines.append("  </testsuite>")
        }
        lines.append("</testsuites>")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func counts(_ rows: [RowResult]) -> String {
        let summary = RunSummary(rows: rows)
        let time = rows.reduce(Duration.zero) { $0 + duration($1) }
        return "tests=\"\(summary.selected)\" failures=\"\(summary.failed)\" errors=\"\(summary.error)\" "
            + "skipped=\"\(summary.skipped)\" time=\"\(seconds(time))\""
    }

    private static func testCase(_ row: RowResult, target: TargetDescription) -> [String] {
        let start =
            "    <testcase classname=\"\(XMLText.attribute(row.policy))\" name=\"\(XMLText.attribute(row.id))\" "
            + "time=\"\(seconds(duration(row)))\""
        guard let content = content(row, target: target) else { return [start + "/>"] }
        return [start + ">", "      " + content, "    </testcase>"]
    }

    /// What stands within a test case; nil if nothing is to be said.
    private static func content(_ row: RowResult, target: TargetDescription) -> String? {
        let reason = row.reason.map { " message=\"\(XMLText.attribute($0))\"" } ?? ""
        if row.status == .skipped { return "<skipped\(reason)/>" }
        let explanation = XMLText.content(RowExplanation.text(row, target: target))
        if row.status == .error { return "<error\(reason)>\(explanation)</error>" }
        if row.status == .failed, !row.isKnown {
            let message = XMLText.attribute(row.findings.first?.message ?? row.title)
            let type = row.severity?.rawValue ?? ""
            return "<failure type=\"\(type)\" message=\"\(message)\">\(explanation)</failure>"
        }
        return explanation.isEmpty ? nil : "<system-out>\(explanation)</system-out>"
    }

    private static func duration(_ row: RowResult) -> Duration {
        row.exchanges.reduce(.zero) { $0 + $1.duration }
    }

    /// A duration in seconds, with six decimals.
    private static func seconds(_ duration: Duration) -> String {
        let microseconds = duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
        let fraction = String(microseconds % 1_000_000)
        return "\(microseconds / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count) + fraction
    }
}
