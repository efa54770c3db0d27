package import CORSRunner
import CORSVocabulary

/// What a run would send, for a person.
package enum PlanText {
    /// Writes every row of a plan with its requests.
    ///
    /// - Parameters:
    ///   - plan: The plan, after selection.
    ///   - secrets: What is not shown.
    /// - Returns: The text, with a line break at its end.
    package static func render(_ plan: Plan, secrets: Secrets = Secrets([])) -> String {
        var lines: [String] = []
        for row in plan.rows {
            let skipped = row.skipReason.map { "  skipped: \($0)" } ?? ""
            lines.append(Visible.text("\(row.policy):\(row.id)\(skipped)"))
            for request in row.requests { lines += RequestText.lines(secrets.hiding(request)).map { "  \($0)" } }
            lines.append("")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
