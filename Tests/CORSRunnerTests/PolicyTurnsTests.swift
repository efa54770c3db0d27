import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import Synchronization
import Testing

@Suite("Policies in turn")
struct PolicyTurnsTests {
    /// A target that bears so many policies at once, and notes how many there are.
    private final class Turning: Target {
        let description = InProcessTarget(ReferencePolicy()).description
        let policiesAtOnce: Int?
        let counts = Mutex((now: 0, most: 0, begun: 0, isEnded: false))

        init(atOnce: Int) { policiesAtOnce = atOnce }

        func instance(for policy: NamedPolicy) async throws -> any TargetInstance {
            counts.withLock { counts in
                counts.now += 1
                counts.begun += 1
                counts.most = max(counts.most, counts.now)
            }
            return Instance(target: self)
        }

        func end() async { counts.withLock { $0.isEnded = true } }

        struct Instance: TargetInstance {
            let target: Turning

            func send(_ request: HTTPRequest) async throws -> HTTPResponse { HTTPResponse(status: 200) }

            func fresh() async throws -> any TargetInstance { Fresh() }

            func release() async { target.counts.withLock { $0.now -= 1 } }
        }

        struct Fresh: TargetInstance {
            func send(_ request: HTTPRequest) async throws -> HTTPResponse { HTTPResponse(status: 200) }

            func fresh() async throws -> any TargetInstance { self }
        }
    }

    /// Policies with few rows.
    private static let policies = BundledFixtures.policies().policies.filter {
        ["any-all", "any", "local", "none", "odd", "trap-regex", "trap"].contains($0.name)
    }

    @Test(arguments: [1, 2, 4, 40], [1, 8])
    func `No more policies are set up at once than the target bears, and each is ended`(
        atOnce: Int, jobs: Int
    ) async throws {
        let suite = try #require(BundledFixtures.suite().suite)
        let target = Turning(atOnce: atOnce)
        let plan = try await Planner.plan(suite, policies: Self.policies, target: target.description)
        let report = await Runner(target: target, jobs: jobs).run(plan)
        #expect(report.rows.map(\.id) == plan.rows.map(\.id))
        let counts = target.counts.withLock { $0 }
        #expect(counts.most <= atOnce)
        #expect(counts.begun == Self.policies.count)
        #expect(counts.now == 0)
        #expect(counts.isEnded)
    }

    @Test
    func `An interrupted run ends what was begun`() async throws {
        let suite = try #require(BundledFixtures.suite().suite)
        let target = Turning(atOnce: 2)
        let plan = try await Planner.plan(
            suite, policies: Self.policies, target: target.description)
        let report = await withTaskGroup(of: RunReport.self) { group in
            let hasRow = AsyncStream.makeStream(of: Void.self)
            group.addTask { await Runner(target: target, jobs: 2).run(plan) { _ in hasRow.continuation.yield() } }
            for await _ in hasRow.stream { break }
            group.cancelAll()
            return await group.next()
        }
        #expect(report?.rows.count == plan.rows.count)
        #expect(report?.rows.contains { $0.reason == "interrupted" } == true)
        let counts = target.counts.withLock { $0 }
        #expect(counts.now == 0)
        #expect(counts.isEnded)
    }
}
