import Foundation
import Testing

@Suite("The README is true")
struct ReadmeTests {
    /// The README's fenced blocks of a language.
    private func blocks(_ language: String) throws -> [String] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md").standardized
        let text = try String(contentsOf: file, encoding: .utf8)
        return text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
    }

    /// Text without the time that a run took.
    private func timeless(_ text: String) -> String { text.replacing(/in \d+ ms/, with: "in N ms") }

    @Test
    func `The failing session is what the command prints`() throws {
        let command = "$ swift run corspec --builtin faulty/auth-before-cors --policy list --only order/preflight\n"
        let block = try #require(try blocks("console").first { $0.hasPrefix(command) })
        let arguments = ["--builtin", "faulty/auth-before-cors", "--policy", "list", "--only", "order/preflight"]
        let process = try CorspecProcess.run(arguments)
        #expect(process.code == 1)
        let shown = timeless(String(block.dropFirst(command.count))).trimmingCharacters(in: .newlines)
        #expect(timeless(process.errors + process.output).trimmingCharacters(in: .newlines) == shown)
    }

    @Test
    func `The fixture file runs, and finds what it says`() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.file("shop.json", try #require(try blocks("json").first)).path()
        #expect(try CorspecProcess.run(["--suite", file]).code == 0)
        let faulty = try CorspecProcess.run(["--suite", file, "--builtin", "faulty/suffix-not-anchored"])
        #expect(faulty.code == 1)
        #expect(faulty.output.contains("shop:api/others-do-not"))
    }

    @Test
    func `A wrong policy is told of as shown`() throws {
        let scratch = try ScratchFolder()
        let text = """
            {
              "allow_origins": ["https://app.example.com/"],
              "allow_header": ["X-Api-Key"]
            }
            """
        _ = try scratch.file("wrong.json", text)
        let process = try CorspecProcess.run(["--policy", "wrong.json"], folder: scratch.url)
        #expect(process.code == 2)
        let shown = try #require(try blocks("console").first { $0.contains("--policy wrong.json") })
        for (line, right) in zip(shown.split(separator: "\n").dropFirst(), process.errors.split(separator: "\n")) {
            let parts = line.components(separatedBy: "…")
            #expect(right.hasPrefix(parts[0]) && right.hasSuffix(parts[parts.count - 1]), "\(right)")
        }
    }

    @Test
    func `The exchange is judged as shown`() throws {
        let lines = try #require(try blocks("console").first { $0.contains("corspec judge") }).split(separator: "\n")
        let scratch = try ScratchFolder()
        let process = try CorspecProcess.run(
            ["judge"], input: try scratch.file("exchange.jsonl", "\(lines[1])\n"))
        #expect(process.code == 0)
        #expect(process.output == "\(lines[3])\n")
    }

    @Test
    func `The transcript is explained as shown`() throws {
        let block = try #require(try blocks("console").first { $0.hasPrefix("$ cat trap.txt\n") })
        let parts = block.components(separatedBy: "$ swift run corspec explain --file trap.txt\n")
        let scratch = try ScratchFolder()
        _ = try scratch.file("trap.txt", String(parts[0].dropFirst("$ cat trap.txt\n".count)))
        let process = try CorspecProcess.run(["explain", "--file", "trap.txt"], folder: scratch.url)
        #expect(process.code == 0)
        #expect(process.output == parts[1] + "\n")
    }

    @Test
    func `The adapter in Python is the one that is run`() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = try String(contentsOf: tests.appending(path: "Adapters/python/adapter.py"), encoding: .utf8)
        #expect(try blocks("python").first.map { $0 + "\n" } == file)
    }

    @Test
    func `A server that is not there is diagnosed as shown`() throws {
        let shown = try #require(try blocks("console").first { $0.contains("nothing listens") })
        let lines = shown.split(separator: "\n").map(String.init)
        let arguments = lines[0].split(separator: " ").dropFirst(4).map(String.init)
        let process = try CorspecProcess.run(arguments)
        #expect(process.code == 3)
        #expect(process.errors.split(separator: "\n").last.map(String.init) == lines[1])
    }

    @Test
    func `The Swift example of a running server is compiled and run, at another address`() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let compiled = try String(
            contentsOf: tests.appending(path: "CORSConformanceTestingTests/RunningServerTests.swift"), encoding: .utf8)
        let example = try #require(try blocks("swift").first { $0.contains("struct RunningServerTests") })
        let known = Set(compiled.split(separator: "\n"))
        let unknown = example.split(separator: "\n").filter { !known.contains($0) }
        #expect(unknown.count == 2)
        #expect(unknown.allSatisfy { $0.contains("RunningServer") })
    }

    @Test
    func `The Swift example is the one that is compiled and run`() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let compiled = try String(
            contentsOf: tests.appending(path: "CORSConformanceTestingTests/ReadmeExampleTests.swift"), encoding: .utf8)
        let example = try #require(try blocks("swift").first { $0.hasPrefix("import CORSConformanceTesting") })
        let known = Set(compiled.split(separator: "\n"))
        let unknown = example.split(separator: "\n").filter { !known.contains($0) }
        #expect(unknown.isEmpty)
    }
}
