package import CORSFixtures
package import CORSPolicy
import CORSVocabulary

/// Makes a plan of a suite, policies and a target.
package enum Planner {
    /// Binds every case to every policy that it applies to.
    ///
    /// A file with its own policy runs with that alone, under the file's name.
    ///
    /// - Parameters:
    ///   - suite: The fixture files.
    ///   - policies: The policies for files that carry none.
    ///   - target: The target's description.
    ///   - routes: The target's paths.
    /// - Returns: The plan, whole.
    /// - Throws: `PlanError` if a policy cannot be worked out or two rows have one id.
    package static func plan(
        _ suite: Suite, policies: [NamedPolicy], target: TargetDescription, routes: Routes = .standard
    ) throws(PlanError) -> Plan {
        var plan = Plan(policies: [], rows: [])
        let shared = suite.files.filter { $0.policy == nil }
        if !shared.isEmpty {
            for policy in policies { try add(shared, policy: policy, target: target, routes: routes, to: &plan) }
        }
        for file in suite.files {
            guard let policy = file.policy else { continue }
            try add([file], policy: policy, target: target, routes: routes, to: &plan)
        }
        return plan
    }

    private static func add(
        _ files: [FixtureFile], policy: NamedPolicy, target: TargetDescription, routes: Routes, to plan: inout Plan
    ) throws(PlanError) {
        var named = policy
        while plan.policies.contains(where: { $0.name == named.name }) { named.name += "-2" }
        do {
            let meaning = try PolicyMeaning(named.policy)
            let binder = Binder(meaning: meaning, targetOrigin: target.origin)
            let planner = StepPlanner(
                meaning: meaning, routes: routes, builder: FetchBuilder(origin: target.origin))
            let index = plan.policies.count
            plan.policies.append(PlannedPolicy(named: named, meaning: meaning))
            for file in files {
                for fixture in file.cases {
                    for row in binder.bind(fixture, of: file) {
                        plan.rows.append(try self.row(row, policyIndex: index, policy: named.name, planner: planner))
                    }
                }
            }
        } catch {
            throw PlanError(policy: named.name, message: String(describing: error))
        }
    }

    private static func row(
        _ row: BoundRow, policyIndex: Int, policy: String, planner: StepPlanner
    ) throws -> PlannedRow {
        var skipReason = row.skipReason
        var steps: [PlannedStep] = []
        if skipReason == nil {
            for step in row.fixture.steps {
                guard let planned = try planner.plan(step) else {
                    skipReason = "the target has no such route"
                    break
                }
                steps.append(planned)
            }
        }
        return PlannedRow(
            id: row.fixture.id, caseID: row.fixture.caseID, aliases: row.fixture.aliases, title: row.fixture.title,
            why: row.why, section: row.sections.first ?? .corsProtocol, policyIndex: policyIndex, policy: policy,
            steps: skipReason == nil ? steps : [], sequence: row.fixture.sequence, skipReason: skipReason)
    }
}

/// A policy that cannot be planned with.
package struct PlanError: Error, Sendable, Hashable {
    /// The policy's name.
    package var policy: String
    /// What is wrong with it.
    package var message: String
}
