import Foundation
import Testing

@Suite("corspec adapter, and --adapter", .timeLimit(.minutes(15)))
struct AdapterCommandTests {
    /// corspec as an adapter, for the shell.
    private static func corspec(_ builtin: String? = nil) -> String {
        "'\(CorspecProcess.executable.path)' adapter" + (builtin.map { " --builtin \($0)" } ?? "")
    }

    @Test
    func `corspec passes as an adapter of its own`() throws {
        let process = try CorspecProcess.run(["--adapter", Self.corspec(), "--strict"])
        #expect(process.code == 0, "\(process.output)")
        #expect(process.errors.hasPrefix("target corspec; "))
    }

    @Test(arguments: [
        ("reference", "corspec", 0), ("faulty/suffix-not-anchored", "corspec faulty/suffix-not-anchored", 1),
    ])
    func `An adapter is named in the report as it names itself`(builtin: String, name: String, code: Int32) throws {
        let (process, report) = try ReportFile.of([
            "--adapter", Self.corspec(builtin), "--policy", "list", "--only", "origin/near-miss",
        ])
        #expect(process.code == code)
        #expect(report.target.kind == "adapter")
        #expect(report.target.name == name)
        #expect(report.target.version == "0.1.0")
        #expect(report.target.command == Self.corspec(builtin))
    }

    @Test(.enabled(if: ProgramTools.python != nil, "Python is not installed"))
    func `The adapter in Python passes`() throws {
        try passes("python3 '\(ProgramTools.adapters.path)/python/adapter.py'")
    }

    @Test(.enabled(if: ProgramTools.node != nil, "Node is not installed"))
    func `The adapter in JavaScript passes`() throws {
        try passes("node '\(ProgramTools.adapters.path)/javascript/adapter.js'")
    }

    private func passes(_ command: String) throws {
        let environment = ProgramTools.environment
        let run = try CorspecProcess.run(["--adapter", command, "--strict"], environment: environment)
        #expect(run.code == 0, "\(run.errors)\(run.output)")
        let check = try CorspecProcess.run(["adapter", "--check", command], environment: environment)
        #expect(check.code == 0, "\(check.output)")
    }

    @Test
    func `Each line is answered, in order, and the end of input is the end`() throws {
        let lines = [
            (#"{"corspec": 1, "later": []}"#, #"{"name": "corspec", "version": "0.1.0"}"#),
            (#"{"request": {"method": "GET", "path": "/open", "headers": []}}"#, #"{"error": "there is no policy yet"#),
            (#"{"policy": {"allow_origins": ["*"], "allow_credentials": true}}"#, #"{"rejected": ""#),
            (#"{"policy": {"allow_origin": []}}"#, #"{"error": "column 13: unknown member"#),
            (#"{"policy": {"allow_origins": ["https://a.example"]}}"#, #"{"ready": true}"#),
            (#"{"request": {"method": "GET", "path": "/failing", "headers": []}}"#, #"{"response": {"status": 500"#),
            (#"{"request": {"method": "G T", "path": "/", "headers": []}}"#, #"{"error": "column 24: "#),
            (#"{"corspec": 2}"#, #"{"error": "column 13: protocol 2 is not spoken here"#),
            ("nonsense", #"{"error": "column 1: "#),
        ]
        let scratch = try ScratchFolder()
        let input = try scratch.file("lines", lines.map(\.0).joined(separator: "\n\n"))
        let process = try CorspecProcess.run(["adapter"], input: input)
        #expect(process.code == 0)
        let answers = process.output.split(separator: "\n")
        #expect(answers.count == lines.count)
        for (answer, line) in zip(answers, lines) {
            #expect(answer.hasPrefix(line.1), "\(answer)")
        }
    }

    @Test
    func `What it cannot express, by its own word, is skipped, with that word`() throws {
        let greet = #"read -r line; echo '{"name": "x", "version": "2", "homepage": "https://x.example","#
        let rest = #" "issues": "https://x.example/issues", "cannot": ["regex"]}'; exec "#
        let command = "\(greet)\(rest)\(Self.corspec())"
        let (process, report) = try ReportFile.of([
            "--adapter", command, "--policy", "regex", "--policy", "list", "--cannot", "max-age", "--only",
            "*max-age*",
        ])
        #expect(process.code == 0, "\(process.output)")
        #expect(report.target.homepage == "https://x.example")
        #expect(report.target.issues == "https://x.example/issues")
        for row in report.results where row.policy == "regex" {
            #expect(row.status == "skipped")
            #expect(row.reason == "the target cannot express a pattern of origins (regex)")
        }
        let reasons = Set(report.results.filter { $0.policy == "list" }.compactMap(\.reason))
        #expect(reasons == ["the target cannot express how long a preflight is remembered (max-age)"])
    }
}
