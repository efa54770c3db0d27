import CORSBuiltins
import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import StrictJSON
import Testing

@Suite("Runner")
struct RunnerTests {
    private func plan(_ policies: [String] = ["list"]) async throws -> Plan {
        let suite = try #require(BundledFixtures.suite().suite)
        let named = try policies.map { try #require(BundledFixtures.policy(named: $0).policy) }
        return try await Planner.plan(suite, policies: named, target: InProcessTarget(ReferencePolicy()).description)
    }

    @Test(arguments: [1, 3, 16])
    func `Results are in the plan's order, one for each row`(jobs: Int) async throws {
        let plan = try await plan(["list", "none", "trap"])
        let report = await Runner(target: InProcessTarget(ReferencePolicy()), jobs: jobs).run(plan)
        #expect(report.rows.map(\.id) == plan.rows.map(\.id))
        #expect(report.rows.map(\.policy) == plan.rows.map(\.policy))
        #expect(report.summary.selected == plan.rows.count)
    }

    @Test
    func `An adapter that throws is in error, row by row, and what it answered is kept`() async throws {
        struct Broken: Error {}
        let selected = try Selection(only: ["origin/*"], except: []).select(from: await plan())
        let report = await Runner(
            target: InProcessTarget(
                Answering { request in
                    if request.method == .options { throw Broken() }
                    return HTTPResponse(status: 200)
                }), jobs: 2
        ).run(selected)
        #expect(report.rows.count == selected.rows.count)
        let errors = report.rows.filter { $0.status == .error }
        #expect(!errors.isEmpty)
        #expect(errors.allSatisfy { $0.reason == "the adapter threw: Broken()" })
        #expect(report.rows.contains { $0.status == .failed })
    }

    struct Refusing: CORSPolicyAdapter {
        let name = "refusing"
        func makeApplication(for policy: Policy) async throws -> any CORSApplication {
            throw PolicyRefusal("not this one")
        }
    }

    @Test(arguments: [("trap", RowResult.Status.passed), ("none", .passed), ("list", .skipped)])
    func `Refusing the trap or an empty list is right, refusing another policy skips it`(
        policy: String, status: RowResult.Status
    ) async throws {
        let report = await Runner(target: InProcessTarget(Refusing()), jobs: 1).run(try await plan([policy]))
        #expect(!report.rows.isEmpty)
        #expect(report.rows.allSatisfy { $0.status == status && $0.reason == "refused: not this one" })
        #expect(report.refusals.map(\.reason) == ["not this one"])
    }

    @Test
    func `Refusing an empty list passes also the rows that the policy leaves nothing to ask with`() async throws {
        let suite = try #require(BundledFixtures.suite().suite)
        let policy = NamedPolicy(name: "empty", policy: Policy(allowOrigins: [], allowMethods: [], allowHeaders: []))
        let target = InProcessTarget(Refusing())
        let plan = try await Planner.plan(suite, policies: [policy], target: target.description)
        #expect(plan.rows.contains { $0.skipReason != nil })
        let report = await Runner(target: target, jobs: 1).run(plan)
        #expect(report.rows.allSatisfy { $0.status == .passed })
    }

    @Test
    func `Rows not begun when the run is cancelled are skipped and said`() async throws {
        let plan = try await plan()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await Runner(target: InProcessTarget(ReferencePolicy()), jobs: 2).run(plan)
        }
        let report = await task.value
        #expect(report.rows.count == plan.rows.count)
        #expect(report.rows.allSatisfy { $0.status == .skipped && $0.reason != nil })
    }

    @Test
    func `A sequence has an instance of its own`() async throws {
        let builtin = try #require(Builtin.all.first { $0.name == "faulty/response-memo" })
        let plan = try await plan()
        let first = await Runner(target: InProcessTarget(builtin.adapter), jobs: 1).run(plan)
        let again = await Runner(target: InProcessTarget(builtin.adapter), jobs: 1).run(plan)
        #expect(first.rows.map(\.status) == again.rows.map(\.status))
        #expect(first.rows.contains { $0.status == .failed })
    }

    @Test(arguments: ["reference", "faulty/reflects-any-origin", "faulty/vary-missing", "faulty/methods-lower-case"])
    func `Exported cases give the same verdicts`(name: String) async throws {
        let adapter = try #require(Builtin.all.first { $0.name == name }).adapter
        let target = InProcessTarget(adapter)
        let policy = try #require(BundledFixtures.policy(named: "list").policy)
        let suite = try #require(BundledFixtures.suite().suite)
        let text = JSONWriter.document(try Exporter.document(suite, policy: policy, origin: InProcessTarget.origin))
        let read = SuiteReader.read([("list.json", Array(text.utf8))])
        let exported = try #require(read.suite, "\(read.diagnostics.prefix(3))")
        let literal = try await Planner.plan(exported, policies: [], target: target.description)
        let right = await Runner(target: target, jobs: 2).run(try await plan())
        let report = await Runner(target: target, jobs: 2).run(literal)
        let expected = right.rows.filter { $0.status != .skipped }
        #expect(report.rows.map(\.id) == expected.map(\.id))
        #expect(report.rows.map(\.status) == expected.map(\.status))
        #expect(report.rows.map(\.severity) == expected.map(\.severity))
    }
}

@Suite("Selection")
struct SelectionTests {
    private func plan() async throws -> Plan {
        let suite = try #require(BundledFixtures.suite().suite)
        let policies = ["list", "single"].compactMap { BundledFixtures.policy(named: $0).policy }
        return try await Planner.plan(suite, policies: policies, target: InProcessTarget(ReferencePolicy()).description)
    }

    @Test(arguments: [
        (["origin/near-miss@suffix"], [], ["list:origin/near-miss@suffix", "single:origin/near-miss@suffix"]),
        (["single:origin/near-miss@suffix"], [], ["single:origin/near-miss@suffix"]),
        (
            ["*near-miss@suffix", "single:*@deeper"], ["list:*", "*preflight@*", "*include@*"],
            ["single:origin/near-miss@suffix", "single:origin/near-miss@deeper"]
        ),
    ])
    func `Globs select by row, by case and by policy`(only: [String], except: [String], ids: [String]) async throws {
        let selected = try Selection(only: only, except: except).select(from: await plan())
        #expect(Set(selected.rows.map { "\($0.policy):\($0.id)" }).isSuperset(of: ids))
        if except.isEmpty { #expect(selected.rows.count == ids.count) }
    }

    @Test
    func `A glob that matches nothing is an error with the nearest ids`() async throws {
        let plan = try await plan()
        #expect(throws: SelectionError.self) {
            try Selection(only: ["origin/neer-miss"], except: []).select(from: plan)
        }
        #expect(throws: SelectionError.self) { try Selection(only: ["origin/*"], except: ["x*"]).select(from: plan) }
        #expect(throws: SelectionError.empty) { try Selection(only: ["origin/*"], except: ["*"]).select(from: plan) }
        do {
            _ = try Selection(only: ["origin/neer-miss"], except: []).select(from: plan)
        } catch .unmatched(let glob, let nearest) {
            #expect(glob == "origin/neer-miss")
            #expect(nearest.contains("origin/near-miss"))
        } catch { Issue.record("\(error)") }
    }
}
