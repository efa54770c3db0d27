import CORSFixtures
import CORSPolicy
import CORSVocabulary
import LoopbackServer
import Testing

@Suite("How much a server is asked", .timeLimit(.minutes(15)))
struct RequestCountTests {
    /// What a server received, without the parameter that makes its address the run's own.
    private struct Asked: Hashable {
        let method: Method
        let path: String
        let headers: HeaderList

        init(_ request: HTTPRequest) {
            method = request.method
            path = request.path.replacing(/[?&]corspec=[0-9a-z-]+/, with: "")
            headers = request.headers
        }
    }

    /// Runs a bundled policy against the reference by URL and returns what the server received after the first
    /// request, which tells whether it is there.
    private func received(_ name: String, _ options: [String] = []) async throws -> [HTTPRequest] {
        let policy = try #require(BundledFixtures.policy(named: name).policy)
        let server = try LoopbackServer(try await ReferencePolicy().makeApplication(for: policy.policy))
        defer { server.stop() }
        let run = try await CorspecProcess.serving(["--url", "\(server.origin)/open", "--policy", name] + options)
        #expect(run.code == 0, "\(run.output)\(run.errors)")
        let received = server.log.map(\.request)
        let planned = try #require(run.errors.firstMatch(of: /at most (\d+) requests/).flatMap { Int($0.1) })
        #expect(received.count - 1 <= planned)
        return Array(received.dropFirst())
    }

    /// Whoever runs it against a server with a rate limit, or asks for ten requests a second, waits for each.
    @Test
    func `Three origins with credentials are judged by no more than 400 requests`() async throws {
        let received = try await received("list")
        #expect(received.count > 100)
        #expect(received.count <= 400)
    }

    /// A parameter that comes more than once is a sequence's.
    @Test(arguments: ["list", "regex"])
    func `No request is sent twice but by sequences, each at an address of its own`(policy: String) async throws {
        let received = try await received(policy, ["--allow-writes", "--route", "protected=/protected"])
        let groups = Dictionary(grouping: received) { request in
            request.path.firstMatch(of: /corspec=[0-9a-z-]+/).map { String($0.0) }
        }
        let singles = groups.values.compactMap { $0.count == 1 ? $0.first.map(Asked.init) : nil }
        #expect(singles.count > 100)
        #expect(Set(singles).count == singles.count)
    }
}
