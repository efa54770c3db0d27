import CORSReports
import CORSRunner
import CORSVocabulary

/// What a run would send.
enum DryRun {
    /// Writes every row with its requests.
    static func text(_ plan: Plan, target: TargetDescription) -> String {
        var lines = [PlanLine.text(plan, target: target)]
        for row in plan.rows {
            lines.append("")
            lines.append("\(row.policy):\(row.id)" + (row.skipReason.map { "  skipped: \($0)" } ?? ""))
            for request in row.requests {
                lines.append("  > \(request.method.text) \(request.path)")
                lines += request.headers.fields.map { "  > \($0.name.text): \($0.value.text)" }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
