import CORSBuiltins
import CORSFixtures
import CORSPolicy
import CORSRunner
import Synchronization
import Testing

@Suite("A run that ends early")
struct RunEndTests {
    @Test(arguments: [1, 8])
    func `No row is begun after the one that ends the run, and every row is there and told of`(jobs: Int) async throws {
        let adapter = try #require(Builtin.named("faulty/no-cors-layer")).adapter
        let target = InProcessTarget(adapter)
        let policy = try #require(BundledFixtures.policy(named: "list").policy)
        let suite = try #require(SuiteReader.read(BundledFixtures.suiteFiles).suite)
        let plan = try await Planner.plan(suite, policies: [policy], target: target.description)
        let told = Mutex(0)
        let runner = Runner(target: target, jobs: jobs, endsRun: { $0.status == .failed })
        let report = await runner.run(plan) { _ in told.withLock { $0 += 1 } }
        #expect(report.rows.count == plan.rows.count)
        #expect(told.withLock { $0 } == plan.rows.count)
        let failed = report.rows.filter { $0.status == .failed }
        #expect(!failed.isEmpty && failed.count <= jobs)
        let reasons = Set(report.rows.filter { $0.status == .skipped }.compactMap(\.reason))
        let names = failed.map { "--fail-fast ended the run after \($0.policy):\($0.id)" }
        #expect(reasons.count { names.contains($0) } == 1)
    }
}
