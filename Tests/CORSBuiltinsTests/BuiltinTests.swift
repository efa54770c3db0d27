import CORSBuiltins
import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import Testing

/// Builtins, named in test output.
struct NamedBuiltin: Sendable, CustomTestStringConvertible {
    var builtin: Builtin
    var testDescription: String { builtin.name }

    static func all(_ kind: Builtin.Kind) -> [NamedBuiltin] {
        Builtin.all.filter { $0.kind == kind }.map { NamedBuiltin(builtin: $0) }
    }

    /// What the bundled suite, with every bundled policy, finds; run once for each builtin.
    func report() async throws -> RunReport { try await BuiltinRuns.shared.report(of: builtin) }
}

/// The runs of builtins, each made once.
actor BuiltinRuns {
    static let shared = BuiltinRuns()

    private var plan: Task<Plan, any Error>?
    private var runs: [String: Task<RunReport, Never>] = [:]

    func report(of builtin: Builtin) async throws -> RunReport {
        let target = InProcessTarget(builtin.adapter)
        if plan == nil { plan = Task { try await Self.makePlan(for: target.description) } }
        guard let plan = try await plan?.value else { throw CancellationError() }
        if let run = runs[builtin.name] { return await run.value }
        let run = Task { await Runner(target: target, jobs: 2).run(plan) }
        runs[builtin.name] = run
        return await run.value
    }

    private static func makePlan(for target: TargetDescription) async throws -> Plan {
        let suite = try #require(BundledFixtures.suite().suite)
        return try await Planner.plan(suite, policies: BundledFixtures.policies().policies, target: target)
    }
}

@Suite("Builtins")
struct BuiltinTests {
    @Test
    func `Names are unique and say what an adapter is for`() {
        let names = Builtin.all.map(\.name)
        #expect(Set(names).count == names.count)
        for builtin in Builtin.all where builtin.kind != .reference {
            #expect(builtin.name.hasPrefix("\(builtin.kind.rawValue)/"))
            #expect(!builtin.seenIn.isEmpty)
        }
        #expect(Builtin.all.count { $0.kind == .faulty } >= 15)
        #expect(Builtin.all.count { $0.kind == .correct } >= 8)
    }

    @Test(arguments: NamedBuiltin.all(.faulty))
    func `A faulty adapter is found, with the severity of its fault and a cause`(named: NamedBuiltin) async throws {
        let report = try await named.report()
        let severity = try #require(named.builtin.severity)
        #expect(report.rows.compactMap(\.severity).max() == severity)
        let worst = report.rows.flatMap(\.findings).filter { $0.severity == severity }
        let causes = Set(worst.compactMap { $0.cause?.id })
        #expect(causes.contains(try #require(named.builtin.cause)), "\(causes)")
        #expect(!report.rows.contains { $0.status == .error })
    }

    @Test(arguments: NamedBuiltin.all(.correct) + NamedBuiltin.all(.reference))
    func `A correct adapter is clean, hazards included`(named: NamedBuiltin) async throws {
        let report = try await named.report()
        let wrong = report.rows.filter { $0.status != .passed && $0.status != .skipped }
        #expect(wrong.isEmpty, "\(wrong.prefix(3).map { "\($0.policy):\($0.id) \($0.findings.first?.message ?? "")" })")
    }
}
