package import CORSFixtures
package import CORSPolicy
import CORSRunner

/// Finds the case that somebody asks for, and binds it to a policy.
package struct CaseFinder {
    /// The policies that are taken before others: the plainest.
    private static let plainest = ["list", "trap", "any", "regex", "none"]
    /// The cases that show what a server does besides, so that a cause can be told from another.
    private static let context = [
        "origin/granted", "origin/granted-include", "origin/granted-preflight", "origin/refused-head",
    ]

    private let id: CaseID
    private let text: String
    private let suite: Suite
    private let policies: [NamedPolicy]

    private init(_ text: String, in suite: Suite, policies: [NamedPolicy]) {
        self.text = text
        self.suite = suite
        // Where several policies do, the plainest is told of.
        self.policies =
            Self.plainest.flatMap { name in policies.filter { $0.name == name } }
            + policies.filter { !Self.plainest.contains($0.name) }
        id = CaseID(text, policies: policies.map(\.name) + suite.files.compactMap { $0.policy?.name })
    }

    /// Finds a case.
    ///
    /// - Parameters:
    ///   - id: The id of a case, an alias of it, or a row's id, each maybe after `POLICY:`.
    ///   - suite: The fixture files.
    ///   - policies: The policies for files that carry none.
    /// - Returns: The case, bound to the first policy that it applies to.
    /// - Throws: `CaseError` if there is none, or it applies to no policy.
    package static func find(
        _ id: String, in suite: Suite, policies: [NamedPolicy]
    ) async throws(CaseError) -> FoundCase {
        try await CaseFinder(id, in: suite, policies: policies).find()
    }

    private func find() async throws(CaseError) -> FoundCase {
        guard let file = suite.files.first(where: { $0.cases.contains(where: matches) }),
            let fixture = file.cases.first(where: matches)
        else {
            throw .unknown(text, in: suite.cases.flatMap { [$0.id] + $0.aliases }.sorted())
        }
        let plan = try await plan(Suite(files: [file.with([fixture])]), policies: policies)
        let rows = plan.rows.filter { $0.caseID == fixture.id && (id.policy == nil || $0.policy == id.policy) }
        guard let any = rows.first else { throw inapplicable(fixture) }
        let rowID = id.value.map { "\(fixture.id)@\($0)" }
        let wanted = rowID.map { wanted in rows.filter { $0.id == wanted } } ?? rows
        guard let row = wanted.first(where: { $0.skipReason == nil }) ?? wanted.first else {
            throw .unknown(text, in: rows.filter { $0.policy == any.policy }.map(\.id))
        }
        if let reason = row.skipReason {
            throw CaseError(message: "\(row.policy):\(row.id) is not run: \(reason)")
        }
        let policy = plan.policies[row.policyIndex].named
        let whole = try await self.plan(
            Suite(files: file.policy == nil ? context(with: fixture) : [file.with([fixture])]), policies: [policy])
        return FoundCase(
            row: row, policy: policy, rowIDs: rows.filter { $0.policy == row.policy }.map(\.id),
            policies: Self.names(rows), plan: Self.narrowed(whole, to: row))
    }

    private func matches(_ fixture: FixtureCase) -> Bool {
        fixture.id == id.caseID || fixture.aliases.contains(id.caseID)
    }

    /// Returns files with a case, and the cases that show the rest.
    private func context(with fixture: FixtureCase) -> [FixtureFile] {
        suite.files.filter { $0.policy == nil }.compactMap { file in
            let cases = file.cases.filter { $0.id == fixture.id || Self.context.contains($0.id) }
            return cases.isEmpty ? nil : file.with(cases)
        }
    }

    private func plan(_ suite: Suite, policies: [NamedPolicy]) async throws(CaseError) -> Plan {
        let target = InProcessTarget(ReferencePolicy()).description
        do throws(PlanError) {
            return try await Planner.plan(suite, policies: policies, target: target)
        } catch {
            throw CaseError(message: "policy \(error.policy): \(error.message)")
        }
    }

    private func inapplicable(_ fixture: FixtureCase) -> CaseError {
        let names = id.policy.map { [$0] } ?? policies.map(\.name)
        let needs = fixture.needs.map(\.rawValue).joined(separator: ", ")
        return CaseError(
            message: "the case \(fixture.id) does not apply to the policy \(names.joined(separator: ", "))"
                + (needs.isEmpty ? ": it has no value for the case" : "; it needs: \(needs)"))
    }

    private static func names(_ rows: [PlannedRow]) -> [String] {
        var seen: Set<String> = []
        return rows.map(\.policy).filter { seen.insert($0).inserted }
    }

    /// Returns a plan with one row, and one of each other case.
    private static func narrowed(_ plan: Plan, to row: PlannedRow) -> Plan {
        var narrowed = plan
        var cases: Set<String> = [row.caseID]
        narrowed.rows = plan.rows.filter { $0.id == row.id || cases.insert($0.caseID).inserted }
        return narrowed
    }
}

extension FixtureFile {
    /// Returns the file with other cases.
    fileprivate func with(_ cases: [FixtureCase]) -> FixtureFile {
        var copy = self
        copy.cases = cases
        return copy
    }
}
