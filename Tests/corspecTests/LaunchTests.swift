import Foundation
import Testing

@Suite("--launch", .timeLimit(.minutes(15)))
struct LaunchTests {
    private static let server =
        "python3 '\(ProgramTools.adapters.path)/python/server.py' --port {port} --policy {policy}"

    @Test(.enabled(if: ProgramTools.python != nil, "Python is not installed"))
    func `A server is started with every policy, found right, and refuses only what it may`() throws {
        let scratch = try ScratchFolder()
        let groups = try scratch.file("groups")
        let process = try CorspecProcess.run(
            ["--launch", "echo $$ >> '\(groups.path)'; exec \(Self.server)", "--strict"],
            environment: ProgramTools.environment)
        #expect(process.code == 0, "\(process.errors)\(process.output)")
        for policy in ["trap", "trap-regex"] {
            #expect(process.output.contains("the target refuses policy \(policy): the server ended with code 1"))
        }
        let started = try String(contentsOf: groups, encoding: .utf8).split(separator: "\n").compactMap { Int32($0) }
        #expect(started.count == (try CorspecProcess.run(["list", "policies"])).output.split(separator: "\n").count)
        for group in started { #expect(ProgramTools.running(group: group).isEmpty) }
    }

    /// A command, and what is said of its rows.
    struct Start: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let command: String
        let status: String
        let says: [String]

        init(_ name: String, _ command: String, _ status: String, _ says: String...) {
            testDescription = name
            self.command = command
            self.status = status
            self.says = says
        }
    }

    static let starts = [
        Start("is not there", "/nonexistent/server", "error", "the shell found no such command"),
        Start("ends at once", "exit 0", "error", "ended with code 0", "in the background"),
        Start("refuses the policy", "echo no origins >&2; exit 1", "skipped", "refused: ", "last words: no origins"),
        Start("is killed", "echo oh; kill -9 $$", "error", "was killed by signal 9", "its last words: oh"),
        Start("finds its port taken", "echo 'OSError: Address already in use'; exit 1", "error", "was taken meanwhile"),
        Start("never listens", "sleep 1000", "error", "did not answer with 2xx within 1 s", "nothing listens"),
        Start("leaves children", "sleep 1000 & sleep 1000 & echo ready; sleep 1000", "error", "last words: ready"),
        Start("ignores signals", "trap '' TERM; sleep 1000 & sleep 1000", "error", "did not answer"),
        Start(
            "prints 1 GB", "head -c 1000000000 /dev/zero; exit 1", "skipped", "refused: the server ended with code 1"),
        Start("floods its output", "yes flood", "error", "did not answer", "flood / flood"),
    ]

    @Test(arguments: starts)
    func `A server that does not come up is named, and nothing is left behind`(start: Start) throws {
        let scratch = try ScratchFolder()
        let groups = try scratch.file("groups")
        let patience = start.testDescription == "prints 1 GB" ? "60" : "1"
        let (process, report) = try ReportFile.of(
            [
                "--launch", "echo $$ >> '\(groups.path)'; \(start.command) # {port} {policy}", "--policy", "list",
                "--only", "origin/granted@*", "--start-timeout", patience,
            ], environment: [:])
        #expect(process.code == 3)
        #expect(report.results.count == 3)
        for row in report.results {
            #expect(row.status == start.status)
            for text in start.says { #expect(row.reason?.contains(text) == true, "\(row.reason ?? "")") }
        }
        #expect(process.peakMemory < 200 * 1024 * 1024)
        let started = try String(contentsOf: groups, encoding: .utf8).split(separator: "\n").compactMap { Int32($0) }
        #expect(!started.isEmpty)
        for group in started { #expect(ProgramTools.running(group: group).isEmpty) }
    }

    @Test(.enabled(if: ProgramTools.python != nil, "Python is not installed"))
    func `A server that answers 403 to everything refuses the trap, and is too late with another policy`() throws {
        let scratch = try ScratchFolder()
        let text = """
            import http.server, sys
            class Refusal(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    self.send_response(403)
                    self.end_headers()
            http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Refusal).serve_forever()
            """
        let file = try scratch.file("server.py", text)
        let (process, report) = try ReportFile.of([
            "--launch", "exec python3 '\(file.path)' {port} {policy}", "--policy", "trap", "--policy", "list",
            "--start-timeout", "10",
        ])
        #expect(process.code == 3)
        for row in report.results {
            #expect(row.status == (row.policy == "trap" ? "passed" : "error"))
            let reason = row.policy == "trap" ? "refused: /open answers with status 403" : "it answers with status 403"
            #expect(row.reason?.contains(reason) == true, "\(row.reason ?? "")")
        }
    }

    @Test(.enabled(if: ProgramTools.python != nil, "Python is not installed"))
    func `A server that dies midway loses no row that it answered, and shows its last words`() throws {
        let scratch = try ScratchFolder()
        let text = """
            import os, socket, sys
            listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
            for number in range(6):
                connection, _ = listener.accept()
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 200 OK\\r\\nConnection: close\\r\\nContent-Length: 0\\r\\n\\r\\n")
                connection.close()
            print("out of luck", flush=True)
            sys.exit(9)
            """
        let file = try scratch.file("server.py", text)
        let (process, report) = try ReportFile.of([
            "--launch", "python3 '\(file.path)' {port} {policy}", "--policy", "list", "--only", "origin/near-miss@*",
            "--jobs", "1",
        ])
        #expect(process.code == 3)
        let errors = report.results.filter { $0.status == "error" }
        #expect(errors.count == report.results.count - 5)
        for row in errors {
            #expect(row.reason?.contains("the server ended with code 9; its last words: out of luck") == true)
        }
    }

    @Test(.enabled(if: ProgramTools.python != nil, "Python is not installed"))
    func `A dry run starts nothing`() throws {
        let scratch = try ScratchFolder()
        let mark = scratch.url.appending(path: "started")
        for option in ["--launch", "--adapter"] {
            let process = try CorspecProcess.run([
                option, "touch '\(mark.path)' # {port} {policy}", "--policy", "list", "--dry-run",
            ])
            #expect(process.code == 0)
            #expect(!FileManager.default.fileExists(atPath: mark.path))
        }
    }
}
