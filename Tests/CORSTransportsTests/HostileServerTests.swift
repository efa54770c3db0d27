import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSTransports
import CORSVocabulary
import LoopbackServer
import Testing

@Suite("Hostile servers", .timeLimit(.minutes(15)))
struct HostileServerTests {
    /// What a server does to every request with an origin, and what becomes of its row.
    struct Hostility: Sendable, CustomTestStringConvertible {
        /// What is expected of a row.
        enum End: Sendable {
            /// The answer counts.
            case answered(Int)
            /// There is none; the reason says so.
            case error(String)
        }

        let testDescription: String
        let answer: Answer
        let end: End

        init(_ name: String, _ answer: Answer, _ end: End) {
            testDescription = name
            self.answer = answer
            self.end = end
        }

        init(_ name: String, _ text: String, _ end: End) { self.init(name, Answer(text), end) }
    }

    private static let head = "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: https://app.example.com\r\n"

    static let hostilities: [Hostility] = [
        Hostility("half a head, then nothing", Answer([.bytes(Array(head.utf8)), .stall]), .error("no answer within")),
        Hostility("half a head, then the end", Answer(head).closing, .error("closed before")),
        Hostility("nothing, then the end", Answer([.close]), .error("closed before")),
        Hostility("broken off", Answer([.reset]), .error("closed before")),
        Hostility("no answer", Answer([.stall]), .error("no answer within")),
        Hostility(
            "a byte at a time", Answer([.drip(Array(head.utf8), pause: .milliseconds(100))]),
            .error("no answer within")),
        Hostility(
            "a body of 2 GB",
            Answer([
                .bytes(Array((head + "Content-Length: 2147483648\r\n\r\n").utf8)),
                .endless(Array(repeating: 0x61, count: 65536)),
            ]), .answered(200)),
        Hostility(
            "an endless body",
            Answer([
                .bytes(Array((head + "\r\n").utf8)), .endless(Array(repeating: 0x61, count: 65536)),
            ]), .answered(200)),
        Hostility(
            "a body that never comes", Answer([.bytes(Array((head + "Content-Length: 10\r\n\r\n").utf8)), .stall]),
            .answered(200)),
        Hostility(
            "chunks that never end",
            Answer([
                .bytes(Array((head + "Transfer-Encoding: chunked\r\n\r\n").utf8)),
                .endless(Array("1\r\na\r\n".utf8)),
            ]), .answered(200)),
        Hostility(
            "chunks that are none", head + "Transfer-Encoding: chunked\r\n\r\nno chunk\r\n", .answered(200)),
        Hostility(
            "1 MB of header lines",
            head + String(repeating: "X: \(String(repeating: "a", count: 1020))\r\n", count: 1024) + "\r\n",
            .error("head is too long")),
        Hostility(
            "a header line of 1 MB", head + "X: \(String(repeating: "a", count: 1_000_000))\r\n\r\n",
            .error("head is too long")),
        Hostility(
            "20,000 header lines", head + String(repeating: "X: 1\r\n", count: 20_000) + "Content-Length: 0\r\n\r\n",
            .error("head is too long")),
        Hostility("a line without a colon", head + "no colon\r\nContent-Length: 0\r\n\r\n", .error("not HTTP")),
        Hostility("a NUL", head + "X: \0\r\nContent-Length: 0\r\n\r\n", .error("not HTTP")),
        Hostility("a status line that is none", "GREETINGS 200\r\n\r\n", .error("not HTTP")),
        Hostility(
            "status 999", head.replacing("200", with: "999") + "Content-Length: 0\r\n\r\n", .answered(999)),
        Hostility(
            "100 heads of 1xx, then an answer",
            String(repeating: "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", count: 100) + head
                + "Content-Length: 0\r\n\r\n", .answered(200)),
        Hostility(
            "a flood of 1xx", Answer([.endless(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))]),
            .error("head is too long")),
        Hostility("a 204 with a body", head.replacing("200 OK", with: "204 No") + "\r\nHTTP/1.1 500 X", .answered(204)),
        Hostility(
            "bytes above 0x7F", head + "X-\u{E9}: \u{FF}\r\nContent-Length: 0\r\n\r\n", .answered(200)),
        Hostility("the end after each answer", Answer(head + "Content-Length: 0\r\n\r\n").closing, .answered(200)),
    ]

    @Test(arguments: hostilities)
    func `Whatever a server does, each row has its end, and the run ends`(hostility: Hostility) async throws {
        let server = try LoopbackServer { received in
            received.request.headers.contains("Origin")
                ? hostility.answer : Answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        }
        try await Run.serving(server) { server in
            var settings = ConnectionSettings()
            if case .error("no answer within") = hostility.end { settings.timeout = .milliseconds(500) }
            settings.bodyTimeout = .milliseconds(50)
            let target = try Run.target(server, settings: settings)
            let plan = try await Run.plan(
                target.description, policies: Run.policies(["single"]), only: ["origin/granted*", "origin/near-miss@*"])
            let report = await Runner(target: target, jobs: 4).run(plan)
            #expect(report.rows.count == plan.rows.count)
            switch hostility.end {
            case .answered(let status):
                #expect(report.summary.error == 0, "\(report.rows.compactMap(\.reason).first ?? "")")
                let statuses = Set(report.rows.flatMap(\.exchanges).compactMap { $0.response?.status })
                #expect(statuses.contains(status))
            case .error(let reason):
                #expect(report.summary.error == report.summary.selected)
                let reasons = Set(report.rows.compactMap(\.reason))
                #expect(reasons.allSatisfy { $0.contains(reason) || $0.hasPrefix("not sent") }, "\(reasons)")
            }
        }
    }

    @Test
    func `Of 10,000 header lines each is kept, as long as a run may keep so much`() async throws {
        let long = Answer(
            Self.head + String(repeating: "X: 1\r\n", count: 10_000) + "Content-Length: 0\r\n\r\n")
        try await Run.serving(LoopbackServer { _ in long }) { server in
            var settings = ConnectionSettings()
            settings.longHeadBudget = 3 * 1024 * 1024
            let target = try Run.target(server, settings: settings)
            let request = HTTPRequest(method: .get, path: "/")
            for _ in 0..<2 { #expect(try await target.send(request).headers.fields.count == 10_002) }
            let error = await #expect(throws: TargetError.self) { try await target.send(request) }
            #expect(error?.message.contains("3 MiB of long heads in a run") == true)
        }
    }

    @Test
    func `An HTTP/2 stream that is reset is told of`() async throws {
        // The preface reads as a request; the answer is SETTINGS, then RST_STREAM of stream 1 with CANCEL.
        let frames: [UInt8] = [
            0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 8,
        ]
        try await Run.serving(LoopbackServer { _ in Answer([.bytes(frames), .stall]) }) { server in
            var settings = ConnectionSettings()
            settings.version = .http2
            let target = try Run.target(server, settings: settings)
            let error = await #expect(throws: TargetError.self) {
                try await target.send(HTTPRequest(method: .get, path: "/"))
            }
            #expect(error?.message.contains("the HTTP/2 stream broke") == true, "\(error?.message ?? "")")
        }
    }

    @Test
    func `Two lines of one name are two, and every byte of a value is kept`() async throws {
        let server = try LoopbackServer { _ in
            Answer(
                "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\naccess-control-allow-origin:  \u{E9} \r\n"
                    + "Content-Length: 0\r\n\r\n")
        }
        try await Run.serving(server) { server in
            let response = try await Run.target(server).send(HTTPRequest(method: .get, path: "/"))
            #expect(response.headers.values("Access-Control-Allow-Origin").map(\.text) == ["*", " \u{E9} "])
            #expect(response.headers.fields[1].name.text == "access-control-allow-origin")
        }
    }

    @Test
    func `A request whose connection broke is sent once more, and one that was answered never`() async throws {
        let server = try LoopbackServer { received in
            received.number == 0
                ? Answer([.close]) : Answer("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")
        }
        try await Run.serving(server) { server in
            let response = try await Run.target(server).send(HTTPRequest(method: .get, path: "/"))
            #expect(response.status == 503)
            #expect(server.log.count == 2)
        }
    }

    @Test
    func `A request that may have changed something is never sent twice`() async throws {
        let server = try LoopbackServer { _ in Answer([.close]) }
        try await Run.serving(server) { server in
            await #expect(throws: TargetError.self) {
                try await Run.target(server).send(HTTPRequest(method: .post, path: "/"))
            }
            #expect(server.log.count == 1)
        }
    }

    @Test
    func `A server that answers one request in ten has the rest in error, in time`() async throws {
        let server = try LoopbackServer { received in
            received.number % 10 == 0 ? Answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") : Answer([.close])
        }
        try await Run.serving(server) { server in
            let target = try Run.target(server)
            let plan = try await Run.plan(target.description, policies: Run.policies(["single"]))
            let report = await Runner(target: target, jobs: 8).run(plan)
            #expect(report.rows.count == plan.rows.count)
            #expect(report.summary.error > 0)
            #expect(report.rows.filter { $0.status == .error }.allSatisfy { $0.reason != nil })
        }
    }

    @Test
    func `A server that dies midway keeps what was found, and has the rest in error`() async throws {
        let policy = try #require(Run.policies(["single"]).first)
        let application = try await ReferencePolicy().makeApplication(for: policy.policy)
        let stopping = Stopping()
        let server = try LoopbackServer { received in
            if received.number == 100 { stopping.server?.stop() }
            let response = try? await application.respond(to: received.request)
            return response.map { Answer($0) } ?? Answer([.close])
        }
        stopping.server = server
        try await Run.serving(server) { server in
            let target = try Run.target(server)
            let plan = try await Run.plan(target.description, policies: [policy])
            let report = await Runner(target: target, jobs: 1).run(plan)
            #expect(report.rows.count == plan.rows.count)
            #expect(report.summary.passed > 20)
            #expect(report.rows.last { $0.status != .skipped }?.reason?.contains("nothing listens") == true)
        }
    }

    /// A server that its own handler stops.
    private final class Stopping: @unchecked Sendable {  // It is set before the first request comes.
        var server: LoopbackServer?
    }
}
