import CORSRunner

/// The counts of a run by policy.
enum PolicyTable {
    private typealias Column = (title: String, count: (RunSummary) -> Int, isAlwaysShown: Bool)

    private static var columns: [Column] {
        [
            ("rows", \.selected, true), ("passed", \.passed, true), ("hazards", \.hazard, true),
            ("failed", \.failed, false), ("known", \.known, false), ("skipped", \.skipped, true),
            ("error", \.error, false),
        ]
    }

    /// Writes the table.
    static func lines(_ report: RunReport) -> [String] {
        var order: [String] = []
        var rows: [String: [RowResult]] = [:]
        for row in report.rows {
            if rows[row.policy] == nil { order.append(row.policy) }
            rows[row.policy, default: []].append(row)
        }
        let total = report.summary
        let shown = columns.filter { $0.isAlwaysShown || $0.count(total) > 0 }
        let names = order.map(Visible.text)
        let width = max(6, names.map(\.count).max() ?? 0)
        let head = "policy".padded(width) + shown.map { $0.title.leftPadded(9) }.joined()
        return [head]
            + zip(order, names).map { policy, name in
                let summary = RunSummary(rows: rows[policy] ?? [])
                return name.padded(width) + shown.map { String($0.count(summary)).leftPadded(9) }.joined()
            }
    }
}

extension String {
    /// The text with spaces behind it up to a width.
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// The text with spaces before it up to a width.
    fileprivate func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
