import CORSReports
import CORSRunner

/// The line before a run: what is tested, by what.
enum PlanLine {
    /// Writes the line.
    static func text(_ plan: Plan, target: TargetDescription) -> String {
        let used = Set(plan.rows.map(\.policy))
        let policies = plan.policies.map(\.name).filter { used.contains($0) }
        let named = "\(policies.count == 1 ? "policy" : "policies") \(policies.joined(separator: ", "))"
        let counts = "\(count(plan.caseCount, "case")) in \(count(plan.rows.count, "row"))"
        return "target \(target.name); \(named); \(counts); at most \(count(plan.requestCount, "request"))"
    }

    private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
