import CORSPolicy
import CORSVocabulary
import Foundation
import LoopbackServer
import StrictJSON
import Testing

@Suite("corspec run --url", .timeLimit(.minutes(15)))
struct URLCommandTests {
    private static let policy = #"""
        {"allow_origins": ["https://app.example.com"], "allow_methods": ["GET", "PUT", "POST"],
         "allow_headers": ["X-Api-Key", "Authorization"], "allow_credentials": true,
         "expose_headers": ["X-Total-Count"], "max_age": 600}
        """#

    /// Serves the reference with the policy above while a body runs.
    private func withReference(
        _ body: (LoopbackServer, ScratchFolder) async throws -> Void
    ) async throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("policy.json", Self.policy)
        let policy = Policy(
            allowOrigins: ["https://app.example.com"], allowMethods: ["GET", "PUT", "POST"],
            allowHeaders: ["X-Api-Key", "Authorization"], allowCredentials: true, exposeHeaders: ["X-Total-Count"],
            maxAge: 600)
        let server = try LoopbackServer(try await ReferencePolicy().makeApplication(for: policy))
        defer { server.stop() }
        try await body(server, scratch)
    }

    @Test
    func `A right server is clean, and is sent nothing but GET, HEAD and OPTIONS at addresses of the run's own`()
        async throws
    {
        try await withReference { server, scratch in
            let run = try await CorspecProcess.serving(
                ["--url", "\(server.origin)/open", "--policy", "policy.json", "--strict"], folder: scratch.url)
            #expect(run.code == 0, "\(run.output)\(run.errors)")
            #expect(run.errors.contains("target \(server.origin)/open; policy policy; "))
            #expect(run.errors.contains("by the preflight alone (--allow-writes"))
            let log = server.log
            #expect(Set(log.map(\.request.method)) == [.get, .head, .options])
            #expect(log.allSatisfy { $0.request.path.contains("?corspec=") })
            let preflights = log.filter { $0.request.headers.contains(.accessControlRequestMethod) }
            #expect(preflights.allSatisfy { !$0.request.headers.contains(.cookie) })
            let added = Set(log.flatMap(\.request.headers.fields).map(\.name.lowercased))
            #expect(added.isDisjoint(with: ["connection", "content-type", "expect", "te"]))
        }
    }

    @Test
    func `Writes are sent where they are allowed`() async throws {
        try await withReference { server, scratch in
            let run = try await CorspecProcess.serving(
                ["--url", "\(server.origin)/open", "--policy", "policy.json", "--allow-writes"], folder: scratch.url)
            #expect(run.code == 0, "\(run.output)")
            #expect(server.log.contains { $0.request.method == .put })
            let posts = server.log.filter { $0.request.method == .post }
            #expect(posts.allSatisfy { $0.request.headers.first("Content-Length")?.text == "0" } && !posts.isEmpty)
        }
    }

    @Test
    func `What the policy's options do not state is not judged, and the plan says so`() async throws {
        // The reference grants PUT, which these options say nothing of.
        try await withReference { server, scratch in
            let run = try await CorspecProcess.serving(
                ["--url", "\(server.origin)/open", "--allow-origin", "https://app.example.com", "--strict"],
                folder: scratch.url)
            #expect(run.code == 0, "\(run.output)")
            #expect(
                run.errors.contains(
                    "not stated, so not judged: allow_methods, allow_headers, allow_credentials, expose_headers, max_age"
                ))
            let stated = try await CorspecProcess.serving(
                [
                    "--url", "\(server.origin)/open", "--allow-origin", "https://app.example.com", "--allow-method",
                    "GET",
                ],
                folder: scratch.url)
            #expect(stated.code == 1)
            #expect(stated.output.contains("UNSAFE"))
        }
    }

    @Test
    func `Routes and what they have are asked as the command line says`() async throws {
        try await withReference { server, scratch in
            let run = try await CorspecProcess.serving(
                [
                    "--url", "\(server.origin)/open", "--policy", "policy.json", "--route", "protected=/protected GET",
                    "--route", "failing=/failing", "--auth", "Authorization: Bearer good", "--verbose",
                ], folder: scratch.url)
            #expect(run.code == 0, "\(run.output)")
            #expect(!run.output.contains("the target has no route"))
            #expect(run.output.contains("the route protected has no PUT"))
            #expect(run.output.contains("passed  policy:order/authorized@app.example.com"))
        }
    }

    @Test
    func `A dry run sends nothing`() async throws {
        try await withReference { server, scratch in
            let run = try await CorspecProcess.serving(
                ["--url", "\(server.origin)/open", "--policy", "policy.json", "--dry-run"], folder: scratch.url)
            #expect(run.code == 0)
            #expect(run.output.contains("> User-Agent: corspec/"))
            #expect(server.log.isEmpty)
        }
    }

    @Test
    func `No secret stands in any report, also where the server repeats it`() async throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("policy.json", Self.policy)
        _ = try scratch.file("key", "X-Key: file-secret\n")
        let server = try LoopbackServer { received in
            let echo = received.request.headers.fields.filter { $0.value.text.contains("secret") }
                .map { "Access-Control-Allow-Origin: \($0.value.text)\r\n" }.joined()
            let isPreflight = received.request.method == .options
            let grant =
                "Access-Control-Allow-Origin: https://app.example.com\r\nAccess-Control-Allow-Credentials: true\r\n"
                + "Access-Control-Allow-Headers: authorization, x-api-key\r\n"
            return Answer(
                "HTTP/1.1 200 OK\r\n\(isPreflight ? grant : echo)Set-Cookie: id=server-secret\r\n"
                    + "Content-Length: 0\r\n\r\n")
        }
        defer { server.stop() }
        let arguments = [
            "--url", "\(server.origin)/open", "--policy", "policy.json", "--route", "protected=/protected",
            "--auth", "Authorization: env:TOKEN", "--header", "@key", "--header", "X-Env: env:OTHER",
            "--preflight-header", "X-Pass: flight-secret",
        ]
        let environment = ["TOKEN": "Bearer token-secret", "OTHER": "other-secret"]
        let run = try await CorspecProcess.serving(
            arguments + ["--verbose", "--report", "json=r.json", "--report", "junit=r.xml"], environment: environment,
            folder: scratch.url)
        #expect(run.code == 1, "\(run.errors)")
        let sent = server.log.flatMap(\.request.headers.fields).map(\.value.text)
        let secrets: Set = ["file-secret", "other-secret", "flight-secret", "Bearer token-secret"]
        #expect(secrets.subtracting(sent).isEmpty)
        let dry = try await CorspecProcess.serving(
            arguments + ["--dry-run"], environment: environment, folder: scratch.url)
        let reports = try ["r.json", "r.xml"].map {
            try String(contentsOf: scratch.url.appending(path: $0), encoding: .utf8)
        }
        for text in [run.output, run.errors, dry.output, dry.errors] + reports {
            let isSafe = !text.contains("secret")
            #expect(isSafe)
        }
        let isVariable = run.output.contains("\"Authorization: $CORSPEC_AUTH\"")
        #expect(isVariable)
    }

    @Test
    func `Whatever a server sends, memory stays under 100 MB`() async throws {
        let grant = "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: https://app.example.com\r\n"
        let answers = [
            Answer([
                .bytes(Array((grant + "Content-Length: 2147483648\r\n\r\n").utf8)),
                .endless(Array(repeating: 0x61, count: 65536)),
            ]),
            Answer(grant + String(repeating: "X: 1\r\n", count: 10_000) + "Content-Length: 0\r\n\r\n"),
            Answer(grant + "X: \(String(repeating: "a", count: 90_000))\r\nContent-Length: 0\r\n\r\n"),
            Answer(grant + "X: \(String(repeating: "a", count: 1_000_000))\r\n\r\n"),
        ]
        let server = try LoopbackServer { received in
            received.request.headers.contains("Origin")
                ? answers[received.number % answers.count] : Answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        }
        defer { server.stop() }
        let scratch = try ScratchFolder()
        _ = try scratch.file("policy.json", Self.policy)
        let run = try await CorspecProcess.serving(
            ["--url", "\(server.origin)/open", "--policy", "policy.json", "--report", "json=r.json"],
            folder: scratch.url)
        #expect(run.code == 3, "\(run.errors)")
        let report = try Report(scratch.url.appending(path: "r.json"))
        #expect(report.results.count == report.summary.selected)
        #expect(run.peakMemory < 100 * 1024 * 1024)
    }

    @Test
    func `An interrupt leaves the reports of what was finished, and ends with 130`() async throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("policy.json", Self.policy)
        let interrupted = Interrupting()
        let server = try LoopbackServer { received in
            if received.number == 60 { interrupted.send() }
            return received.number > 60
                ? Answer([.stall]) : Answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        }
        defer { server.stop() }
        let run = try await CorspecProcess.serving(
            [
                "--url", "\(server.origin)/open", "--policy", "policy.json", "--report", "json=r.json", "--timeout",
                "60",
            ],
            folder: scratch.url, onStart: { interrupted.process = $0 })
        #expect(run.code == 130, "\(run.errors)")
        let report = try Report(scratch.url.appending(path: "r.json"))
        #expect(report.results.count == report.summary.selected)
        #expect(report.summary.failed > 0)
        #expect(report.results.contains { $0.status == "skipped" && $0.reason == "interrupted" })
        #expect(report.summary.error == 0)
    }

    /// Interrupts a process that is known a little later.
    private final class Interrupting: @unchecked Sendable {  // The process is set before it can send a request.
        var process: Int32 = 0
        func send() { kill(process, SIGINT) }
    }
}

/// What the tests look at in a JSON report.
struct Report: Decodable {
    struct Summary: Decodable {
        var selected: Int
        var failed: Int
        var error: Int
    }

    struct Result: Decodable {
        var status: String
        var reason: String?
    }

    var summary: Summary
    var results: [Result]

    init(_ file: URL) throws { self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file)) }
}
