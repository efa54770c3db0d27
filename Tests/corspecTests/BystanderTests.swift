import CORSPolicy
import CORSVocabulary
import Foundation
import LoopbackServer
import Synchronization
import Testing

/// What stands between corspec and the server, and answers in its place or sees that nothing is asked of it.
@Suite("Bystanders", .timeLimit(.minutes(15)))
struct BystanderTests {
    private static let plain = Answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    private static func status(_ status: Int, _ lines: String = "") -> Answer {
        Answer("HTTP/1.1 \(status) Status\r\n\(lines)Content-Length: 0\r\n\r\n")
    }

    /// Runs the origin cases against a server.
    private func run(_ server: LoopbackServer, _ options: [String] = []) async throws -> CorspecProcess {
        defer { server.stop() }
        return try await CorspecProcess.serving(
            ["--url", "\(server.origin)/open", "--policy", "single", "--only", "origin/*"] + options)
    }

    /// What answers in the server's place, and what is said of it.
    struct Bystander: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answer: Answer
        let says: String
    }

    @Test(arguments: [
        Bystander(testDescription: "rate limit", answer: status(429), says: "A rate limit answers most requests"),
        Bystander(testDescription: "firewall", answer: status(403), says: "A firewall answers: most requests"),
        Bystander(
            testDescription: "login page", answer: status(302, "Location: /login\r\n"),
            says: "Most requests are redirected"),
    ])
    func `What answers most requests in the server's place is said once`(bystander: Bystander) async throws {
        let server = try LoopbackServer { received in received.number == 0 ? Self.plain : bystander.answer }
        let run = try await run(server)
        #expect(run.code == 1)
        #expect(run.output.components(separatedBy: bystander.says).count == 2, "\(run.output)")
        #expect(run.output.components(separatedBy: "BROKEN").count == 2, "\(run.output)")
    }

    @Test
    func `A server that refuses all origins with 403 is no firewall`() async throws {
        let server = try LoopbackServer { received in
            received.request.headers.contains("Origin") ? Self.status(403) : Self.plain
        }
        let run = try await run(server)
        #expect(run.code == 1)
        #expect(!run.output.contains("A firewall answers"), "\(run.output)")
    }

    @Test
    func `A cache that leaves the query out of its key is told of`() async throws {
        let grant = "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\n"
        for (line, isTold) in [
            ("X-Cache: HIT\r\n", true), ("Age: 7\r\n", true), ("X-Cache: MISS\r\nAge: 0\r\n", false),
        ] {
            let server = try LoopbackServer { _ in Answer(grant + line + "\r\n") }
            defer { server.stop() }
            let run = try await CorspecProcess.serving(
                ["--url", "\(server.origin)/open", "--allow-origin", "*", "--only", "origin/*", "--strict"])
            #expect(run.code == (isTold ? 1 : 0), "\(run.output)")
            #expect(run.output.contains("whose key leaves the query out") == isTold, "\(run.output)")
        }
    }

    @Test
    func `A proxy is asked where one is given, and the environment's never`() async throws {
        let server = try LoopbackServer { received in
            received.request.path.hasPrefix("http://api.example.invalid/open?corspec=")
                ? Answer("HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\n\r\n")
                : Self.status(404)
        }
        defer { server.stop() }
        let arguments = ["--url", "http://api.example.invalid/open", "--allow-origin", "*", "--only", "origin/*"]
        let through = try await CorspecProcess.serving(arguments + ["--proxy", server.origin])
        #expect(through.code == 0, "\(through.output)\(through.errors)")
        let past = try await CorspecProcess.serving(arguments, environment: ["http_proxy": server.origin])
        #expect(past.code == 3)
        #expect(past.errors.contains("the host \"api.example.invalid\" is not known"))
    }

    @Test
    func `A redirect to another host is told of, and that host never asked`() async throws {
        let other = try LoopbackServer { _ in Self.plain }
        defer { other.stop() }
        let server = try LoopbackServer { received in
            received.request.headers.contains("Origin")
                ? Answer(
                    "HTTP/1.1 302 Found\r\nAccess-Control-Allow-Origin: *\r\nLocation: \(other.origin)/login\r\n"
                        + "Content-Length: 0\r\n\r\n")
                : Self.plain
        }
        defer { server.stop() }
        let run = try await CorspecProcess.serving(
            ["--url", "\(server.origin)/open", "--allow-origin", "*", "--only", "origin/*"])
        #expect(run.output.contains("HAZARD"), "\(run.output)")
        #expect(run.output.contains("redirected to another host, \(other.origin)/login"))
        #expect(other.connections == 0)
    }

    @Test
    func `A rate is kept`() async throws {
        let times = Mutex<[ContinuousClock.Instant]>([])
        let server = try LoopbackServer { _ in
            times.withLock { $0.append(.now) }
            return Answer("HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\n\r\n")
        }
        defer { server.stop() }
        let run = try await CorspecProcess.serving([
            "--url", "\(server.origin)/open", "--allow-origin", "*", "--only", "origin/*", "--rate", "50",
        ])
        #expect(run.code == 0, "\(run.output)")
        let sent = times.withLock { $0 }
        let span = try #require(sent.last) - #require(sent.first)
        // Requests leave 20 ms apart; how long each is under way is not known.
        #expect(span >= .milliseconds(20) * (sent.count - 1) - .milliseconds(100), "\(sent.count) in \(span)")
    }
}
