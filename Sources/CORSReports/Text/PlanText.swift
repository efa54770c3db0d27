package import CORSRunner
import CORSVocabulary

/// What a run would send, for a person.
package enum PlanText {
    /// Writes every row of a plan with its requests; one that an earlier row sends stands there whole.
    ///
    /// - Parameters:
    ///   - plan: The plan, after selection.
    ///   - secrets: What is not shown.
    /// - Returns: The text, with a line break at its end.
    package static func render(_ plan: Plan, secrets: Secrets = Secrets([])) -> String {
        var lines: [String] = []
        var firsts: [ObjectIdentifier: String] = [:]
        for row in plan.rows {
            let id = "\(row.policy):\(row.id)"
            lines.append(Visible.text(id + (row.skipReason.map { "  skipped: \($0)" } ?? "")))
            for request in row.requests {
                let text = RequestText.lines(secrets.hiding(request.wire))
                if let first = firsts[ObjectIdentifier(request)] {
                    lines += text.prefix(1).map { "  =\($0.dropFirst()), sent for \(Visible.text(first))" }
                } else {
                    lines += text.map { "  \($0)" }
                    firsts[ObjectIdentifier(request)] = id
                }
            }
            lines.append("")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
