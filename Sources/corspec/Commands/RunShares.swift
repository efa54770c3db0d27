import CORSFixtures
import CORSPolicy
import CORSReports
import CORSRunner

/// What a run is made of: a target, and for each of its paths the policies and what may be asked there.
struct RunShares {
    /// One path's share: all there is, where a configuration file names no paths.
    private struct Share {
        var chosen: ChosenTarget
        var policies: [NamedPolicy]
    }

    private let whole: ChosenTarget
    private var shares: [Share] = []
    private let suite: Suite?

    /// The target.
    var target: any Target {
        guard let server = whole.target as? any Target & TargetInstance, shares.count > 1 else { return whole.target }
        let paths = shares.flatMap { share in share.policies.map { ($0.name, share.chosen.target) } }
        return TargetGroup(server, paths: Dictionary(paths) { first, _ in first })
    }

    /// What no report shows.
    var secrets: Secrets { Secrets(joining: [whole.secrets] + shares.map(\.chosen.secrets)) }

    /// Reads what the arguments name.
    ///
    /// - Throws: `UsageError` if a file cannot be read, or the target or a policy is missing or named wrongly.
    init(
        _ parsed: ParsedArguments, chosen: ChosenTarget, jobs: Int, paths: [ConfigShare], into inputs: inout Inputs
    ) throws {
        whole = chosen
        suite = try inputs.suite(parsed.all("--suite"))
        let hasTemplates = suite?.files.contains { $0.policy == nil } ?? true
        var hasEnvironment = false
        for path in paths.isEmpty ? [ConfigShare(parsed: parsed)] : paths {
            let chosen = paths.isEmpty ? chosen : try ChosenTarget(path.parsed, jobs: jobs)
            inputs.environment = path.parsed.value("--environment")
            hasEnvironment = hasEnvironment || inputs.environment != nil
            var policies = try RunCommand.policies(
                path.parsed, for: chosen, into: &inputs, areNeeded: hasTemplates)
            if let name = path.name, let first = policies.first {
                guard policies.count == 1 else { throw UsageError("the name \"\(name)\" stands for several policies") }
                policies = [NamedPolicy(name: name, comment: first.comment, policy: first.policy)]
                policies[0].environment = first.environment
            }
            shares.append(Share(chosen: chosen, policies: policies))
        }
        try inputs.report()
        let isVerbose = parsed.has("--verbose")
        inputs.printLint(isVerbose: isVerbose)
        for path in paths.isEmpty ? [parsed] : paths.map(\.parsed) where !inputs.isTold {
            if let policy = LintedPolicy(path) { Inputs.printLint(policy.findings, of: policy, isVerbose: isVerbose) }
        }
        if hasEnvironment { try Inputs.checkEnvironment(of: shares.flatMap(\.policies)) }
        try checkNames()
    }

    /// Rows are told apart by the names of their policies.
    private func checkNames() throws(UsageError) {
        var seen: Set<String> = []
        for name in shares.flatMap(\.policies).map(\.name) where !seen.insert(name).inserted {
            throw UsageError("two paths have the policy \"\(name)\"; give each a \"name\" of its own")
        }
    }

    /// Makes the plan, whole.
    ///
    /// - Parameter cannot: What the target cannot express, beyond what the options say.
    /// - Returns: The plan.
    /// - Throws: `UsageError` if a policy cannot be worked out.
    func plan(cannot: Set<Inability> = []) async throws(UsageError) -> Plan {
        guard let suite else { throw UsageError("the suite cannot be read") }
        var plans: [Plan] = []
        for share in shares {
            var terms = share.chosen.terms
            terms.cannot.formUnion(cannot)
            do throws(PlanError) {
                plans.append(
                    try await Planner.plan(
                        suite, policies: share.policies, target: whole.target.description, terms: terms))
            } catch {
                throw UsageError("policy \(error.policy): \(error.message)")
            }
        }
        return plans.count == 1 ? plans[0] : Plan(joining: plans)
    }
}
