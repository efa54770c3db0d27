package import CORSRunner
import CORSVocabulary

/// The report that a person reads.
package struct TextReport {
    /// How a report looks.
    package struct Options: Sendable, Hashable {
        /// Whether colours are used.
        package var usesColor: Bool
        /// Whether notes, passed rows and every failed row are shown in full.
        package var isVerbose: Bool
        /// Whether hazards fail the run.
        package var isStrict: Bool

        /// Makes options.
        package init(usesColor: Bool = false, isVerbose: Bool = false, isStrict: Bool = false) {
            self.usesColor = usesColor
            self.isVerbose = isVerbose
            self.isStrict = isStrict
        }
    }

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
        text.addGroups()
        text.addReasons(.error, title: "in error")
        text.addReasons(.skipped, title: "skipped")
        text.addPassed()
        text.addRefusals()
        text.addSummary()
        return text.lines.joined(separator: "\n") + "\n"
    }

    /// Adds what is wrong, one cause after the other, the worst first.
    private mutating func addGroups() {
        let shown: Severity = options.isVerbose ? .note : .hazard
        for group in FindingGroup.groups(of: report.rows, atLeast: shown) {
            lines.append(
                paint.severity(group.severity, group.severity.rawValue.uppercased()) + "  " + paint.bold(group.title))
            lines.append("  \(group.places)")
            if let fix = group.fix { lines.append("  fix: \(fix)") }
            lines.append("")
            let detailed = options.isVerbose ? group.members : Array(group.members.prefix(1))
            for member in detailed {
                lines += FindingText(member.finding, row: member.row, target: report.target, paint: paint).lines
                    .map { $0.isEmpty ? "" : "    \($0)" }
                lines.append("")
            }
            let others = group.members.dropFirst(detailed.count).map { "\($0.row.policy):\($0.row.id)" }
            if !others.isEmpty {
                lines.append("    also shown by:")
                var seen: Set<String> = []
                lines += Wrap.lines(others.filter { seen.insert($0).inserted }, indent: 6, limit: 8)
                lines.append("")
            }
        }
    }

    /// Adds rows without an answer, or not run, by their reasons.
    private mutating func addReasons(_ status: RowResult.Status, title: String) {
        let rows = report.rows.filter { $0.status == status }
        guard !rows.isEmpty else { return }
        var order: [String] = []
        var byReason: [String: [RowResult]] = [:]
        for row in rows {
            let reason = row.reason ?? "no reason given"
            if byReason[reason] == nil { order.append(reason) }
            byReason[reason, default: []].append(row)
        }
        for reason in order {
            let members = byReason[reason] ?? []
            lines.append("\(Count.rows(members.count)) \(title): \(reason)")
            lines += Wrap.lines(members.map { "\($0.policy):\($0.id)" }, indent: 2, limit: options.isVerbose ? .max : 4)
        }
        lines.append("")
    }

    private mutating func addPassed() {
        guard options.isVerbose else { return }
        for row in report.rows where row.status == .passed {
            lines.append("passed  \(row.policy):\(row.id)" + (row.reason.map { "  (\($0))" } ?? ""))
        }
        lines.append("")
    }

    private mutating func addRefusals() {
        for refusal in report.refusals {
            lines.append("policy \(refusal.policy) was refused by the target: \(refusal.reason)")
        }
        if !report.refusals.isEmpty { lines.append("") }
    }

    /// Adds the counts by policy, and what they mean.
    private mutating func addSummary() {
        lines += PolicyTable.lines(report)
        let summary = report.summary
        lines.append("")
        lines.append(Count.summary(summary, duration: report.duration))
        if summary.failed > 0 || (options.isStrict && summary.hazard > 0) {
            lines.append(paint.severity(.unsafe, "FAILED") + ": the server is not what the policy means.")
        } else if summary.error > 0 {
            lines.append(
                paint.severity(.unsafe, "ERROR") + ": the target gave no answer to \(Count.rows(summary.error)).")
        } else {
            let hazards = summary.hazard > 0 ? ", hazards aside (--strict fails on them)" : ""
            lines.append(paint.good("OK") + ": a browser does what the policy means\(hazards).")
            lines.append("It proves nothing about origins, methods, headers and routes that were not tried.")
        }
    }
}
