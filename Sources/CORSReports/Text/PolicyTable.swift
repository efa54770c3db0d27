import CORSRunner

/// The counts of a run by policy.
enum PolicyTable {
    /// Writes the table.
    static func lines(_ report: RunReport) -> [String] {
        var order: [String] = []
        var rows: [String: [RowResult]] = [:]
        for row in report.rows {
            if rows[row.policy] == nil { order.append(row.policy) }
            rows[row.policy, default: []].append(row)
        }
        let width = max(6, order.map(\.count).max() ?? 0)
        let names = ["rows", "passed", "hazard", "failed", "skipped", "error"]
        var lines = ["policy".padded(width) + names.map { $0.leftPadded(9) }.joined()]
        for policy in order {
            let summary = RunSummary(rows: rows[policy] ?? [])
            let counts = [
                summary.selected, summary.passed, summary.hazard, summary.failed, summary.skipped, summary.error,
            ]
            lines.append(policy.padded(width) + counts.map { String($0).leftPadded(9) }.joined())
        }
        return lines
    }
}

extension String {
    /// The text with spaces behind it up to a width.
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// The text with spaces before it up to a width.
    fileprivate func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
