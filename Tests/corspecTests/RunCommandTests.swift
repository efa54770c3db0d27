import Foundation
import Testing

@Suite("corspec run")
struct RunCommandTests {
    @Test
    func `Without arguments the reference runs over all bundled policies and passes`() throws {
        let process = try CorspecProcess.run([])
        #expect(process.code == 0)
        #expect(process.errors.hasPrefix("target reference; policies "))
        #expect(process.errors.split(separator: "\n").count == 1)
        #expect(process.output.contains("\nOK (exit 0): a browser does what the policy means.\n"))
        #expect(!process.output.contains("\u{1B}"))
    }

    @Test(arguments: [["--only", "origin/granted"], ["run", "--only=origin/granted"]])
    func `Options may stand without the command, and with an equals sign`(arguments: [String]) throws {
        let process = try CorspecProcess.run(arguments + ["--policy", "list"])
        #expect(process.code == 0)
        #expect(process.errors == "target reference; policy list; 1 case in 3 rows; at most 3 requests\n")
    }

    @Test
    func `A fault fails the run with its cause`() throws {
        let process = try CorspecProcess.run(["--builtin", "faulty/reflects-any-origin", "--policy", "list"])
        #expect(process.code == 1)
        #expect(process.output.hasPrefix("UNSAFE  "))
        #expect(process.output.contains("\nFAILED (exit 1): the server is not what the policy means.\n"))
    }

    @Test
    func `A hazard fails the run with strict alone`() throws {
        let arguments = ["--builtin", "faulty/max-age-with-unit", "--policy", "list"]
        let lenient = try CorspecProcess.run(arguments)
        #expect(lenient.code == 0)
        #expect(lenient.output.hasPrefix("HAZARD  "))
        let strict = try CorspecProcess.run(arguments + ["--strict"])
        #expect(strict.code == 1)
    }

    @Test
    func `JSON on standard output is the report and nothing else`() throws {
        let process = try CorspecProcess.run(["--policy", "list", "--only", "origin/*", "--format", "json"])
        #expect(process.code == 0)
        let text = try #require(try JSONSerialization.jsonObject(with: Data(process.output.utf8)) as? [String: Any])
        #expect(text["format"] as? Int == 1)
        let results = try #require(text["results"] as? [[String: Any]])
        let summary = try #require(text["summary"] as? [String: Any])
        #expect(results.count == summary["selected"] as? Int)
        #expect(results.allSatisfy { $0["status"] as? String == "passed" })
    }

    @Test
    func `Reports go into files beside standard output, in case order whatever the jobs`() throws {
        let scratch = try ScratchFolder()
        let arguments = ["--policy", "list", "--only", "origin/*", "--format", "json"]
        let one = try CorspecProcess.run(arguments + ["--jobs", "1", "--report", "text=a.txt"], folder: scratch.url)
        let many = try CorspecProcess.run(arguments + ["--jobs=64", "--report", "json=a.json"], folder: scratch.url)
        #expect(try String(contentsOf: scratch.url.appending(path: "a.txt"), encoding: .utf8).contains("OK (exit 0)"))
        #expect(try String(contentsOf: scratch.url.appending(path: "a.json"), encoding: .utf8) == many.output)
        func ids(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0.contains("\"id\": ") } }
        #expect(ids(one.output) == ids(many.output))
        #expect(ids(one.output).count > 10)
    }

    @Test
    func `Only and except repeat, unite and take policy prefixes`() throws {
        let process = try CorspecProcess.run([
            "--policy", "list", "--policy", "single", "--only", "list:origin/granted", "--only",
            "single:origin/granted",
            "--except", "origin/granted@localhost*", "--verbose",
        ])
        #expect(process.code == 0)
        #expect(process.output.contains("passed  list:origin/granted@app.example.com"))
        #expect(process.output.contains("passed  single:origin/granted@"))
        #expect(!process.output.contains("@localhost"))
    }

    @Test
    func `A folder stands for the fixture files in it`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("ours.json", SampleFiles.suite(cases: 2))
        _ = try scratch.file("notes.txt", "not JSON")
        let process = try CorspecProcess.run(["--suite", "."], folder: scratch.url)
        #expect(process.code == 0)
        #expect(process.errors == "target reference; policy ours; 2 cases in 2 rows; at most 1 request\n")
    }

    @Test
    func `A policy file is named for its file`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("shop.json", SampleFiles.policy)
        let process = try CorspecProcess.run(
            ["--policy", "shop.json", "--only", "origin/granted"], folder: scratch.url)
        #expect(process.code == 0)
        #expect(process.errors.hasPrefix("target reference; policy shop; 1 case in 1 row; at most 1 request\n"))
    }

    @Test
    func `A dry run prints every request and sends none`() throws {
        let process = try CorspecProcess.run(["--dry-run", "--policy", "list", "--only", "origin/granted@app*"])
        #expect(process.code == 0)
        #expect(
            process.output == """
                list:origin/granted@app.example.com
                  > GET /open
                  > Origin: https://app.example.com


                """)
    }

    @Test(arguments: [
        (["--color", "always"], [:], true), (["--color", "never"], [:], false), ([], [:], false),
        (["--color", "always"], ["NO_COLOR": "1"], true),
    ])
    func `Colours are there where asked for, else for terminals`(
        arguments: [String], environment: [String: String], isColored: Bool
    ) throws {
        let process = try CorspecProcess.run(
            ["--policy", "list", "--only", "origin/granted"] + arguments, environment: environment)
        #expect(process.output.contains("\u{1B}[") == isColored)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "script(1) makes a terminal"))
    func `On a terminal there are colours, unless NO_COLOR or a dumb terminal says otherwise`() throws {
        func output(_ environment: [String: String]) throws -> String {
            let process = Process()
            let pipe = Pipe()
            process.executableURL = URL(filePath: "/usr/bin/script")
            let command = "\(CorspecProcess.executable.path) --policy list --only origin/granted"
            process.arguments = ["-q", "-c", command, "/dev/null"]
            process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
            process.standardOutput = pipe
            process.standardInput = FileHandle.nullDevice
            try process.run()
            let data = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return String(decoding: data, as: UTF8.self)
        }
        #expect(try output([:]).contains("\u{1B}[32mOK"))
        #expect(try !output(["NO_COLOR": "1"]).contains("\u{1B}[32m"))
        #expect(try output(["NO_COLOR": ""]).contains("\u{1B}[32m"))
        #expect(try !output(["TERM": "dumb"]).contains("\u{1B}"))
    }

    @Test
    func `A target that refuses the trap passes, and its words are shown`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("p.json", #"{"allow_origins": ["*"], "allow_credentials": true}"#)
        let trap = try CorspecProcess.run(["--policy", "p.json"], folder: scratch.url)
        #expect(trap.code == 0)
        #expect(trap.output.contains("the target refuses policy p: "))
    }
}
