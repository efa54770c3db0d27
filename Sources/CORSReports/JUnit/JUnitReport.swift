package import CORSRunner
import CORSVocabulary

/// The report that CI systems read: JUnit's XML, a suite for each policy, a test case for each row.
///
/// A failed row is a `failure`, one in error an `error`, one not run `skipped`; a hazard passes, with its explanation as
/// `system-out`. A row that a baseline covers passes in the same way; a stale entry of the baseline is a failure of its
/// own.
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
        let stale = report.baseline?.stale.count ?? 0
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        lines.append(
            "<testsuites name=\"corspec \(XMLText.attribute(report.target.name))\" \(counts(report.rows, stale: stale))>"
        )
        for policy in order {
            let rows = rows[policy] ?? []
            lines.append("  <testsuite name=\"\(XMLText.attribute(policy))\" \(counts(rows))>")
            for row in rows { lines += testCase(row, target: report.target) }
            lines.append("  </testsuite>")
        }
        if let baseline = report.baseline { lines += staleEntries(of: baseline) }
        lines.append("</testsuites>")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func counts(_ rows: [RowResult], stale: Int = 0) -> String {
        let summary = RunSummary(rows: rows)
        let time = rows.reduce(Duration.zero) { $0 + duration($1) }
        return
            "tests=\"\(summary.selected + stale)\" failures=\"\(summary.failed + stale)\" errors=\"\(summary.error)\" "
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
        let known = row.known.map { XMLText.content("known failure: \($0.text)\n") } ?? ""
        return explanation.isEmpty ? nil : "<system-out>\(known)\(explanation)</system-out>"
    }

    /// A suite of the baseline's stale entries, each a failure, so that a run that they fail shows why.
    private static func staleEntries(of baseline: BaselineOutcome) -> [String] {
        guard !baseline.stale.isEmpty else { return [] }
        let name = XMLText.attribute(baseline.file)
        let count = baseline.stale.count
        let head = "  <testsuite name=\"\(name)\" tests=\"\(count)\" failures=\"\(count)\" errors=\"0\" skipped=\"0\" "
        let cases = baseline.stale.flatMap { entry in
            [
                "    <testcase classname=\"\(name)\" "
                    + "name=\"\(XMLText.attribute("\(entry.entry.policy):\(entry.entry.id)"))\" time=\"0.000000\">",
                "      <failure type=\"stale\" message=\"\(XMLText.attribute(entry.message))\"/>", "    </testcase>",
            ]
        }
        return [head + "time=\"0.000000\">"] + cases + ["  </testsuite>"]
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
