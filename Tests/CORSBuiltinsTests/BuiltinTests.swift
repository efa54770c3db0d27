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
        #expect(worst.contains { $0.cause != nil })
        #expect(!report.rows.contains { $0.status == .error })
    }

    @Test(arguments: NamedBuiltin.all(.correct) + NamedBuiltin.all(.reference))
    func `A correct adapter is clean, hazards included`(named: NamedBuiltin) async throws {
        let report = try await named.report()
        let wrong = report.rows.filter { $0.status != .passed && $0.status != .skipped }
        #expect(wrong.isEmpty, "\(wrong.prefix(3).map { "\($0.policy):\($0.id) \($0.findings.first?.message ?? "")" })")
    }

    @Test(arguments: [
        ("faulty/auth-before-cors", "auth-before-cors"), ("faulty/router-not-found", "router-before-cors"),
        ("faulty/router-method-not-allowed", "router-before-cors"),
        ("faulty/redirect-before-cors", "redirect-before-cors"),
        ("faulty/granted-twice", "granted-twice"), ("faulty/errors-without-cors", "errors-outside-cors"),
        ("faulty/no-cors-layer", "no-cors-layer"), ("faulty/first-origin-only", "origin-not-in-list"),
        ("faulty/reflects-any-origin", "reflects-any-origin"), ("faulty/null-granted", "null-granted"),
        ("faulty/trap-reflected", "trap-policy"), ("faulty/trap-wildcard", "trap-policy"),
        ("faulty/vary-missing", "vary-missing"), ("faulty/credentials-capital", "credentials-misspelt"),
        ("faulty/credentials-missing", "credentials-missing"), ("faulty/credentials-always", "credentials-unmeant"),
        ("faulty/methods-lower-case", "method-case"), ("faulty/methods-as-array", "methods-not-a-list"),
        ("faulty/headers-with-semicolons", "headers-not-a-list"), ("faulty/headers-missing", "headers-missing"),
        ("faulty/headers-reflected", "headers-reflected"),
        ("faulty/headers-case-sensitive", "preflight-refuses-headers"),
        ("faulty/auth-forbids-preflight", "auth-before-cors"), ("faulty/response-memo", "state-leaks"),
        ("faulty/method-reflected", "methods-reflected"),
        ("faulty/exposed-on-preflight-only", "exposed-on-preflight-only"),
        ("faulty/exposes-too-much", "exposes-too-much"),
        ("faulty/max-age-with-unit", "max-age-wrong"), ("faulty/max-age-misnamed", "field-misspelt"),
        ("faulty/cookie-without-samesite", "cookie-not-sent-cross-site"), ("faulty/state-leak", "state-leaks"),
        ("faulty/same-origin-post-blocked", "same-origin-blocked"), ("faulty/slash-appended", "grant-spelled-wrong"),
        ("faulty/empty-list-means-any", "empty-list-means-any"), ("faulty/suffix-not-anchored", "origin-match-suffix"),
        ("faulty/scheme-ignored", "origin-match-scheme"), ("faulty/unescaped-dot", "origin-match-unescaped-dot"),
    ])
    func `The cause is named from what came back`(name: String, cause: String) async throws {
        let builtin = try #require(Builtin.named(name))
        let report = try await NamedBuiltin(builtin: builtin).report()
        let causes = Set(report.rows.flatMap(\.findings).compactMap { $0.cause?.id })
        #expect(causes.contains(cause), "\(causes)")
    }
}
