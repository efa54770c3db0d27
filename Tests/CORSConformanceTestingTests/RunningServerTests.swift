import CORSBuiltins
import CORSConformanceTesting
import CORSPolicy
import CORSVocabulary
import LoopbackServer
import Testing

/// The README's example of a server that is running; here the reference is, on a port that the system chose.
@Suite("CORS of the running server")
struct RunningServerTests {
    static let policy = ReadmeExampleTests.policy

    /// Starts the server, which then runs as long as the tests do.
    static func server() async throws -> RunningServer {
        let loopback = try LoopbackServer(try await ReferencePolicy().makeApplication(for: policy))
        var server = RunningServer("\(loopback.origin)/open")
        server.protected = "/protected"
        server.failing = "/failing"
        server.authentication = HeaderField("Cookie", "session=good")
        return server
    }

    @Test(arguments: try await ConformanceSuite(server(), policy: policy, named: "production").rows)
    func `CORS does what the policy means`(row: ConformanceRow) async {
        await row.check()
    }
}

@Suite("The bridge over a URL")
struct RunningServerBridgeTests {
    /// Serves an adapter while a body runs.
    private func serving(
        _ adapter: any CORSPolicyAdapter, _ body: (LoopbackServer) async throws -> Void
    ) async throws {
        let server = try LoopbackServer(try await adapter.makeApplication(for: ReadmeExampleTests.policy))
        defer { server.stop() }
        try await body(server)
    }

    @Test
    func `A failing row records its explanation, without the secret`() async throws {
        try await serving(try #require(Builtin.named("faulty/auth-before-cors")).adapter) { loopback in
            var server = RunningServer("\(loopback.origin)/open")
            server.protected = "/protected"
            server.authentication = HeaderField("Cookie", "session=good")
            let rows = try await ConformanceSuite(
                server, policy: ReadmeExampleTests.policy, only: ["order/preflight@*", "order/authorized*"]
            ).rows
            let row = try #require(rows.first)
            await withKnownIssue {
                await row.check()
            } matching: { issue in
                let text = issue.comments.map(\.rawValue).joined()
                return text.contains("BROKEN") && text.contains("Authentication runs before CORS")
                    && text.contains(loopback.origin) && !text.contains("session=good")
            }
            #expect(loopback.log.allSatisfy { [.get, .head, .options].contains($0.request.method) })
        }
    }

    @Test
    func `A server that does not answer fails each row, and says why`() async throws {
        let loopback = try LoopbackServer { _ in Answer([.close]) }
        let url = "\(loopback.origin)/open"
        loopback.stop()
        let rows = try await ConformanceSuite(
            RunningServer(url), policy: ReadmeExampleTests.policy, only: ["origin/granted*"]
        ).rows
        for row in rows {
            await withKnownIssue {
                await row.check()
            } matching: {
                $0.comments.contains { $0.rawValue.contains("nothing listens on 127.0.0.1") }
            }
        }
    }

    @Test
    func `An address, a path or a policy that is none is told of`() async throws {
        let policy = ReadmeExampleTests.policy
        let address = await #expect(throws: ConformanceSetupError.self) {
            try await ConformanceSuite(RunningServer("api.example.com"), policy: policy)
        }
        #expect(address?.description.contains("no scheme") == true)
        var server = RunningServer("http://127.0.0.1/")
        server.failing = "failing"
        let path = await #expect(throws: ConformanceSetupError.self) {
            try await ConformanceSuite(server, policy: policy)
        }
        #expect(path?.description == "the path \"failing\" does not begin with a slash")
        let unstated = await #expect(throws: ConformanceSetupError.self) {
            try await ConformanceSuite(RunningServer("http://127.0.0.1/"), policy: Policy(allowMethods: ["PUT"]))
        }
        #expect(unstated?.description.contains("states no origin") == true)
    }
}
