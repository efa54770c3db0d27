import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import Synchronization
import Testing

@Suite("Shared exchanges", .timeLimit(.minutes(15)))
struct SharedExchangesTests {
    /// An adapter that counts what it is asked, and answers after everybody else had a turn.
    private final class Counting: CORSPolicyAdapter {
        let name = "counting"
        let asked = Mutex<[HTTPRequest]>([])
        let error: TargetError?

        init(error: TargetError? = nil) { self.error = error }

        func makeApplication(for policy: Policy) async throws -> any CORSApplication {
            Application(
                adapter: self, reference: try await ReferencePolicy().makeApplication(for: policy))
        }

        struct Application: CORSApplication {
            let adapter: Counting
            let reference: any CORSApplication

            func respond(to request: HTTPRequest) async throws -> HTTPResponse {
                adapter.asked.withLock { $0.append(request) }
                for _ in 0..<20 { await Task.yield() }
                if let error = adapter.error { throw error }
                return try await reference.respond(to: request)
            }
        }
    }

    private func plan(_ only: [String]) async throws -> Plan {
        let suite = try #require(BundledFixtures.suite().suite)
        let policy = try #require(BundledFixtures.policy(named: "list").policy)
        let whole = try await Planner.plan(
            suite, policies: [policy], target: InProcessTarget(ReferencePolicy()).description)
        return try Selection(only: only, except: []).select(from: whole)
    }

    /// The rows without and with a cookie differ in their actual requests alone.
    @Test(arguments: [1, 16])
    func `Rows with one preflight and two actual requests send three`(jobs: Int) async throws {
        let adapter = Counting()
        let plan = try await plan(["credentials/granted@put", "credentials/granted@put+cookie"])
        let report = await Runner(target: InProcessTarget(adapter), jobs: jobs).run(plan)
        #expect(adapter.asked.withLock { $0.map(\.method) }.sorted { $0.text < $1.text } == [.options, .put, .put])
        #expect(report.rows.map(\.status) == [.passed, .passed])
        #expect(report.rows.map(\.exchanges.count) == [2, 2])
        #expect(Set(report.rows.map(\.exchanges.first)).count == 1)
        #expect(plan.requestCount == 3)
    }

    @Test(arguments: [1, 16])
    func `No request is sent twice but by sequences, and none beyond what the plan says`(jobs: Int) async throws {
        let adapter = Counting()
        let whole = try await plan([])
        var plan = whole
        plan.rows = whole.rows.filter { $0.sequence == nil }
        let report = await Runner(target: InProcessTarget(adapter), jobs: jobs).run(plan)
        let asked = adapter.asked.withLock { $0 }
        #expect(Set(asked).count == asked.count)
        #expect(asked.count <= plan.requestCount)
        #expect(report.rows.allSatisfy { $0.status == .passed || $0.status == .skipped })
        #expect(report.rows.reduce(0) { $0 + $1.exchanges.count } > asked.count)
    }

    @Test
    func `A sequence sends its requests itself, the same one more than once`() async throws {
        let adapter = Counting()
        let plan = try await plan(["origin/granted-again", "origin/granted@*"])
        _ = await Runner(target: InProcessTarget(adapter), jobs: 4).run(plan)
        let asked = adapter.asked.withLock { $0 }
        #expect(asked.count == plan.requestCount)
        #expect(asked.count > Set(asked).count)
    }

    @Test(arguments: [1, 16])
    func `A request that gets no answer is not sent again: every row that needs it is in error for its reason`(
        jobs: Int
    ) async throws {
        let adapter = Counting(error: TargetError("gone"))
        let plan = try await plan(["credentials/granted@put", "credentials/granted@put+cookie", "methods/listed@put"])
        let report = await Runner(target: InProcessTarget(adapter), jobs: jobs).run(plan)
        #expect(adapter.asked.withLock { $0.count } == 1)
        #expect(report.rows.count == 3)
        for row in report.rows {
            #expect(row.status == .error)
            #expect(row.reason == report.rows.first?.reason)
            #expect(row.exchanges.count == 1)
        }
    }

    @Test
    func `An interrupted run leaves nobody waiting for a shared request`() async throws {
        let adapter = Counting()
        let plan = try await plan([])
        let report = await withTaskGroup(of: RunReport.self) { group in
            let hasRow = AsyncStream.makeStream(of: Void.self)
            group.addTask {
                await Runner(target: InProcessTarget(adapter), jobs: 16).run(plan) { _ in hasRow.continuation.yield() }
            }
            for await _ in hasRow.stream { break }
            group.cancelAll()
            return await group.next()
        }
        #expect(report?.rows.count == plan.rows.count)
    }

    @Test
    func `Where a redirect of several rows leads is asked once`() async throws {
        let asked = Mutex<[String]>([])
        let target = InProcessTarget(
            Answering { request in
                asked.withLock { $0.append("\(request.method.text) \(request.path)") }
                let grant: HeaderList = [
                    "Access-Control-Allow-Origin": request.headers.first(.origin) ?? "",
                    "Access-Control-Allow-Credentials": "true",
                ]
                guard request.path == "/open" else { return HTTPResponse(status: 200, headers: grant) }
                return HTTPResponse(status: 302, headers: HeaderList(grant.fields + [HeaderField("Location", "/new")]))
            })
        let plan = try await plan(["expose/listed@app.example.com+*", "expose/hidden@app.example.com+*"])
        let report = await Runner(target: target, jobs: 2).run(plan)
        #expect(asked.withLock { $0 }.sorted() == ["GET /new", "GET /open"])
        #expect(report.rows.count > 1)
        #expect(report.rows.allSatisfy { $0.exchanges.count == 2 })
    }
}
