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
    ///   - terms: What may be asked of the target.
    /// - Returns: The plan, whole.
    /// - Throws: `PlanError` if a policy cannot be worked out or two rows have one id.
    package static func plan(
        _ suite: Suite, policies: [NamedPolicy], target: TargetDescription, terms: TargetTerms = .application
    ) async throws(PlanError) -> Plan {
        var parts: [(files: [PreparedFile], policy: NamedPolicy)] = []
        let shared = suite.files.filter { $0.policy == nil }.map(PreparedFile.init)
        if !shared.isEmpty { parts += policies.map { (shared, $0) } }
        for file in suite.files {
            guard var policy = file.policy else { continue }
            while parts.contains(where: { $0.policy.name == policy.name }) { policy.name += "-2" }
            parts.append(([PreparedFile(file)], policy))
        }
        let planned = await withTaskGroup(of: (Int, Result<Plan, PlanError>).self) { group in
            for (index, part) in parts.enumerated() {
                group.addTask {
                    (index, plan(part.files, policy: part.policy, at: index, target: target, terms: terms))
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        var whole = Plan(policies: [], rows: [])
        for index in parts.indices {
            guard let plan = try planned[index]?.get() else { continue }
            whole.policies += plan.policies
            whole.rows += plan.rows
        }
        return whole
    }

    /// Plans files with one policy, whose place in the whole plan is given.
    private static func plan(
        _ files: [PreparedFile], policy: NamedPolicy, at index: Int, target: TargetDescription, terms: TargetTerms
    ) -> Result<Plan, PlanError> {
        do {
            let meaning = try PolicyMeaning(policy.policy, hasDefaults: terms.hasDefaults)
            let origin = terms.originOfPolicy?(policy.name) ?? target.origin
            let binder = Binder(
                meaning: meaning, targetOrigin: origin, openMethods: terms.routes[.open]?.methods,
                authentication: terms.authentication)
            var planner = StepPlanner(
                meaning: meaning, terms: terms, builder: FetchBuilder(origin: origin), policy: index)
            let expressibility = Expressibility(cannot: terms.cannot)
            let judged = try expressibility.judged(meaning)
            planner.policySkipReason = expressibility.reason(meaning)
            var plan = Plan(
                policies: [
                    PlannedPolicy(named: policy, meaning: judged, carriesExposed: terms.carriesExposed)
                ], rows: [])
            for file in files {
                for template in file.templates {
                    for row in binder.bind(template, of: file.file) {
                        plan.rows.append(try self.row(row, policy: policy.name, at: index, planner: &planner))
                    }
                }
            }
            plan.policies[0].exchangeCount = planner.requests.count
            return .success(plan)
        } catch {
            return .failure(PlanError(policy: policy.name, message: String(describing: error)))
        }
    }

    private static func row(
        _ row: BoundRow, policy: String, at index: Int, planner: inout StepPlanner
    ) throws -> PlannedRow {
        var skipReason = planner.policySkipReason ?? row.skipReason
        var steps: [PlannedStep] = []
        if skipReason == nil {
            planner.begin(row.fixture)
            for step in row.fixture.steps {
                switch try planner.plan(step) {
                case .planned(let planned): steps.append(planned)
                case .skipped(let reason): skipReason = skipReason ?? reason
                }
            }
        }
        skipReason = skipReason ?? Expressibility(cannot: planner.terms.cannot).reason(row.fixture, steps)
        if row.fixture.sequence?.hasSameStatus == true, steps.contains(where: { !$0.sendsActual }) {
            skipReason = skipReason ?? "statuses are compared of requests that are not all sent: --allow-writes"
        }
        let fixture = row.fixture
        return PlannedRow(
            RowHeading(id: fixture.id, caseID: fixture.caseID, policy: policy, title: fixture.title, why: row.why),
            aliases: fixture.aliases, section: row.sections.first ?? .corsProtocol, policyIndex: index,
            steps: skipReason == nil ? (0..<fixture.pace.rounds).flatMap { _ in steps } : [],
            sequence: fixture.sequence, pace: fixture.pace,
            hasOwnAddress: planner.terms.dressing?.nonce != nil, skipReason: skipReason)
    }
}

/// A file with its cases taken apart once for all policies.
private struct PreparedFile: Sendable {
    let file: FixtureFile
    let templates: [CaseTemplate]

    init(_ file: FixtureFile) {
        self.file = file
        templates = file.cases.map(CaseTemplate.init)
    }
}

/// A policy that cannot be planned with.
package struct PlanError: Error, Sendable, Hashable {
    /// The policy's name.
    package var policy: String
    /// What is wrong with it.
    package var message: String
}
