import CORSBuiltins
import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import Synchronization
import Testing

@Suite("What a target cannot express")
struct CannotTests {
    /// Something that cannot be expressed, and the bundled policies that need it as a whole.
    struct Whole: Sendable, CustomTestStringConvertible {
        let inability: Inability
        let policies: Set<String>
        var testDescription: String { inability.rawValue }
    }

    static let wholes = [
        Whole(
            inability: .regex, policies: ["regex", "regex-port", "regex-alternatives", "trap-regex", "trap-schemes"]),
        Whole(
            inability: .credentials,
            policies: [
                "credentials-all", "list", "local", "regex", "regex-port", "single", "trap", "trap-regex",
                "trap-schemes",
            ]),
        Whole(
            inability: .severalOrigins,
            policies: [
                "apps", "list", "list-anonymous", "local", "many", "opaque", "regex-alternatives", "strict",
            ]),
        Whole(inability: .noOrigins, policies: ["none"]),
        Whole(inability: .anyOrigin, policies: ["any", "any-all", "trap"]),
        Whole(inability: .anyMethod, policies: ["any-all", "credentials-all"]),
        Whole(inability: .anyHeader, policies: ["any-all", "credentials-all"]),
        Whole(inability: .oddNames, policies: ["odd", "strict"]),
        Whole(inability: .methods, policies: []),
        Whole(inability: .headers, policies: []),
        Whole(inability: .expose, policies: []),
        Whole(inability: .maxAge, policies: []),
    ]

    /// The reference, which notes what it is set up with.
    private final class Noting: CORSPolicyAdapter {
        let name = "noting"
        let policies = Mutex<[Policy]>([])

        func makeApplication(for policy: Policy) async throws -> any CORSApplication {
            policies.withLock { $0.append(policy) }
            return try await ReferencePolicy().makeApplication(for: policy)
        }
    }

    private func plan(
        _ cannot: Set<Inability>, policies: [NamedPolicy] = BundledFixtures.policies().policies
    ) async throws -> Plan {
        var terms = TargetTerms.application
        terms.cannot = cannot
        let suite = try #require(BundledFixtures.suite().suite)
        let description = InProcessTarget(ReferencePolicy()).description
        return try await Planner.plan(suite, policies: policies, target: description, terms: terms)
    }

    @Test(arguments: wholes)
    func `A policy that needs it is skipped whole, and the target is not set up with it`(whole: Whole) async throws {
        let plan = try await plan([whole.inability])
        let adapter = Noting()
        let report = await Runner(target: InProcessTarget(adapter), jobs: 4).run(plan)
        let skipped = report.rows.filter { $0.reason?.contains("(\(whole.inability.rawValue))") == true }
        #expect(skipped.allSatisfy { $0.status == .skipped })
        let names = Set(plan.policies.map(\.name)).filter { name in
            report.rows.allSatisfy { $0.policy != name || $0.reason?.contains("cannot express") == true }
        }
        #expect(names == whole.policies)
        let made = adapter.policies.withLock { Set($0) }
        for policy in plan.policies where whole.policies.contains(policy.name) {
            #expect(!made.contains(policy.named.policy))
        }
        #expect(report.summary.failed == 0)
        #expect(report.summary.selected == plan.rows.count)
        #expect(!skipped.isEmpty)
    }

    /// A setting that is left unsaid, a builtin that gets it wrong, and what is left of its rows.
    @Test(arguments: [
        (Inability.methods, "faulty/method-reflected"), (.methods, "faulty/methods-safelisted-only"),
        (.headers, "faulty/headers-reflected"), (.headers, "faulty/headers-missing"),
        (.expose, "faulty/exposes-too-much"), (.maxAge, "faulty/max-age-milliseconds"),
    ])
    func `What is left unsaid is not found wrong`(inability: Inability, fault: String) async throws {
        let policy = try #require(BundledFixtures.policy(named: "list").policy)
        let builtin = try #require(Builtin.named(fault))
        func worst(_ cannot: Set<Inability>) async throws -> RunSummary {
            await Runner(target: InProcessTarget(builtin.adapter), jobs: 4).run(
                try await plan(cannot, policies: [policy])
            ).summary
        }
        let before = try await worst([])
        #expect(before.failed + before.hazard > 0)
        let after = try await worst([inability])
        #expect(after.failed + after.hazard == 0)
    }
}
