import CORSPolicy
import CORSReports
import CORSRunner

/// The line before a run: what is tested, by what.
enum PlanLine {
    /// Writes the line.
    static func text(_ plan: Plan, target: TargetDescription) -> String {
        let policies = plan.usedPolicies.map(\.name)
        let named = "\(policies.count == 1 ? "policy" : "policies") \(policies.joined(separator: ", "))"
        let counts = "\(count(plan.caseCount, "case")) in \(count(plan.rows.count, "row"))"
        let line = "target \(target.name); \(named); \(counts); at most \(count(plan.requestCount, "request"))"
        return ([line] + limits(plan)).joined(separator: "; ")
    }

    /// What a run does not do.
    private static func limits(_ plan: Plan) -> [String] {
        var limits: [String] = []
        let policies = plan.usedPolicies
        let unknown = policies.map { $0.meaning.unknown.map(\.rawValue).joined(separator: ", ") }
        if Set(unknown).count == 1, let all = unknown.first, !all.isEmpty {
            limits.append("not stated, so not judged: \(all)")
        } else {
            limits += zip(policies, unknown).filter { !$1.isEmpty }
                .map { "not stated by \($0.name), so not judged: \($1)" }
        }
        let halved = plan.rows.count(where: \.isJudgedByPreflightAlone)
        if halved > 0 {
            limits.append("\(count(halved, "row")) by the preflight alone (--allow-writes sends the rest)")
        }
        return limits
    }

    private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
