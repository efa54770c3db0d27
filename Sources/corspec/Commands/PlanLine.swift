import CORSRunner

/// The line before a run: what is tested, by what.
enum PlanLine {
    /// Writes the line.
    static func text(_ plan: Plan, target: TargetDescription) -> String {
        let used = Set(plan.rows.map(\.policy))
        let policies = plan.policies.map(\.name).filter { used.contains($0) }
        return
            "target \(target.name); \(policies.count == 1 ? "policy" : "policies") \(policies.joined(separator: ", ")); "
            + "\(plan.caseCount) cases in \(plan.rows.count) rows; at most \(plan.requestCount) requests"
    }
}
