package import CORSRunner
import CORSVocabulary

/// The report that a person reads.
package struct TextReport {
    private let report: RunReport
    private let options: Options
    private let paint: Paint
    private var lines: [String] = []

    private init(report: RunReport, options: Options) {
        self.report = report
        self.options = options
        paint = Paint(isOn: options.usesColor)
    }

    /// Renders a report.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - options: How it looks.
    /// - Returns: The text, with a line break at its end.
    package static func render(_ report: RunReport, options: Options = Options()) -> String {
        var text = TextReport(report: report, options: options)
        text.addFixed()
        text.addGroups()
        text.lines += KnownText(report: report, options: options, paint: text.paint).lines
        text.addReasons(.error, title: "in error")
        text.addReasons(.skipped, title: "skipped")
        text.addPassed()
        text.addRefusals()
        text.lines += SummaryText(report: report, options: options, paint: text.paint).lines
        return text.lines.joined(separator: "\n") + "\n"
    }

    /// Adds what failed before and does not any more.
    private mutating func addFixed() {
        let before = report.rows.filter(\.failedBefore)
        let fixed = before.filter { $0.status == .passed || ($0.status == .hazard && !options.isStrict) }
        guard !fixed.isEmpty else { return }
        add(
            "\(paint.good("fixed:")) \(fixed.count) of \(Count.of(before.count, "row")) that failed before", indent: 0)
        lines += Wrap.list(
            fixed.map { "\($0.policy):\($0.id)" }, indent: 2, width: options.width,
            limit: options.isVerbose ? .max : 8)
        lines.append("")
    }

    /// Adds what is wrong, one cause after the other, the worst first.
    private mutating func addGroups() {
        let shown: Severity = options.isVerbose ? .note : .hazard
        for group in FindingGroup.groups(of: report.rows, atLeast: shown) {
            let severity = group.severity
            let title = Wrap.paragraph(
                "        " + Visible.text(group.title), indent: 8, width: options.width)
            let name = severity.rawValue.uppercased()
            lines.append(
                paint.severity(severity, name) + String(repeating: " ", count: 8 - name.count)
                    + paint.bold(String(title[0].dropFirst(8))))
            lines += title.dropFirst().map(paint.bold)
            add(Visible.text(group.places), indent: 8)
            if let fix = group.fix { add("fix: \(Visible.text(fix))", indent: 8) }
            lines.append("")
            addMembers(group)
        }
    }

    /// Adds a group's rows: the first in full, or all of them, and the ids of the others.
    private mutating func addMembers(_ group: FindingGroup) {
        let detailed = options.isVerbose ? group.members : Array(group.members.prefix(1))
        for member in detailed {
            let text = FindingText(
                finding: member.finding, row: member.row, target: report.target, paint: paint,
                width: options.width - 4, saysCause: false)
            lines += text.lines.map { $0.isEmpty ? "" : "    \($0)" } + [""]
        }
        var seen = Set(detailed.map { "\($0.row.policy):\($0.row.id)" })
        let others = group.members.map { "\($0.row.policy):\($0.row.id)" }.filter { seen.insert($0).inserted }
        guard !others.isEmpty else { return }
        lines.append("    also shown by:")
        lines += Wrap.list(others, indent: 6, width: options.width, limit: 8) + [""]
    }

    /// Adds rows without an answer, or not run, by their reasons.
    private mutating func addReasons(_ status: RowResult.Status, title: String) {
        var order: [String] = []
        var rows: [String: [RowResult]] = [:]
        for row in report.rows where row.status == status && !row.isKnown {
            let reason = row.reason ?? "no reason given"
            if rows[reason] == nil { order.append(reason) }
            rows[reason, default: []].append(row)
        }
        for reason in order {
            let ids = (rows[reason] ?? []).map { "\($0.policy):\($0.id)" }
            add("\(Count.of(ids.count, "row")) \(title): \(Visible.text(reason))", indent: 0)
            lines += Wrap.list(ids, indent: 2, width: options.width, limit: options.isVerbose ? .max : 4)
        }
        if !order.isEmpty { lines.append("") }
    }

    private mutating func addPassed() {
        guard options.isVerbose else { return }
        let passed = report.rows.filter { $0.status == .passed }
        lines += passed.map { row in
            Visible.text("passed  \(row.policy):\(row.id)" + (row.reason.map { "  (\($0))" } ?? ""))
        }
        if !passed.isEmpty { lines.append("") }
    }

    private mutating func addRefusals() {
        for refusal in report.refusals {
            add(Visible.text("the target refuses policy \(refusal.policy): \(refusal.reason)"), indent: 0)
        }
        if !report.refusals.isEmpty { lines.append("") }
    }

    private mutating func add(_ text: String, indent: Int) {
        let margin = String(repeating: " ", count: indent)
        lines += Wrap.paragraph(margin + text, indent: indent, width: options.width)
    }
}
