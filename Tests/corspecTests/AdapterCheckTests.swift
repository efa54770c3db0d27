import Foundation
import Testing

@Suite("corspec adapter --check", .timeLimit(.minutes(15)))
struct AdapterCheckTests {
    private static let corspec = "'\(CorspecProcess.executable.path)' adapter"

    @Test
    func `All that is right is said, line by line`() throws {
        let process = try CorspecProcess.run(["adapter", "--check", Self.corspec])
        #expect(process.code == 0)
        #expect(process.output.contains("→ {\"corspec\": 1}\n← {\"name\": \"corspec\", "))
        #expect(process.output.contains("ok      it refuses credentials for any origin, as it may\n"))
        #expect(process.output.contains("ok      it ends with its input: it ended with code 0\n"))
        #expect(!process.output.contains("NOT OK"))
    }

    @Test
    func `What cannot be started ends with 3`() throws {
        let process = try CorspecProcess.run(["adapter", "--check", "/nonexistent/adapter"])
        #expect(process.code == 3)
        #expect(process.errors.contains("could not be started"))
    }

    @Test(arguments: [
        ("cat", "the line is none of the protocol's"),
        ("sleep 1000", "no answer within 0.3 s"),
        (
            "read -r line; echo '{\"name\": \"x\", \"version\": \"1\"}'; exec sed -u 's/.*/{\"ready\": true}/'",
            "\"ready\""
        ),
        (corspec + "; sleep 1000", "it goes on after the end of its input"),
    ])
    func `What is not right is said, and ends with 1`(command: String, says: String) throws {
        let process = try CorspecProcess.run(["adapter", "--check", command, "--timeout", "0.3"])
        #expect(process.code == 1)
        let lines = process.output.split(separator: "\n").filter { $0.hasPrefix("NOT OK  ") }
        #expect(lines.contains { $0.contains(says) }, "\(process.output)")
    }

    @Test(.enabled(if: ProgramTools.python != nil, "Python is not installed"))
    func `The twelve lines in the help are right as they stand`() throws {
        let page = try CorspecProcess.run(["help", "adapter"]).output.split(
            separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(page.firstIndex { $0.contains("import json, sys") })
        let last = try #require(page.firstIndex { $0.contains("print(json.dumps(reply)") })
        let lines = page[first...last].map { $0.dropFirst(2) }
        #expect(lines.count == 12)
        let scratch = try ScratchFolder()
        let file = try scratch.file("adapter.py", lines.joined(separator: "\n") + "\n")
        let process = try CorspecProcess.run(
            ["adapter", "--check", "python3 '\(file.path)'"], environment: ProgramTools.environment)
        #expect(process.code == 0, "\(process.output)\(process.errors)")
    }

    @Test(arguments: [
        (["adapter", "extra"], "takes no argument"),
        (["adapter", "--check", "cat", "--builtin", "reference"], "give one"),
        (["adapter", "--builtin", "refrence"], "did you mean \"reference\"?"),
        (["adapter", "--timeout", "1"], "--check"),
        (["--cannot", "regx"], "did you mean \"regex\"?"), (["--cannot", "regex,"], "knows no \"\""),
        (["--adapter", "cat", "--header", "A: b"], "--header does not apply to --adapter"),
        (["--launch", "server"], "needs {port}"), (["--launch", "server {port}"], "has no {policy}"),
        (["--launch", "server {port} {policy}", "--insecure"], "--insecure does not apply to --launch"),
        (["--start-timeout", "3"], "--start-timeout applies to --launch"),
    ])
    func `A wrong command line is told of, and ends with 2`(arguments: [String], says: String) throws {
        let process = try CorspecProcess.run(arguments)
        #expect(process.code == 2)
        #expect(process.errors.contains(says), "\(process.errors)")
    }
}
