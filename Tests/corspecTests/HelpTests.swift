import Foundation
import Testing

@testable import corspec

@Suite("Help")
struct HelpTests {
    @Test(arguments: [
        (["--version"], "corspec 0.1.0\n"), (["run", "--version"], "corspec 0.1.0\n"), (["-V"], "corspec 0.1.0\n"),
        (["--help"], HelpText.overview), (["-h"], HelpText.overview), (["help"], HelpText.overview),
    ])
    func `Version and overview are there`(arguments: [String], text: String) throws {
        let process = try CorspecProcess.run(arguments)
        #expect(process.code == 0)
        #expect(process.output == text)
        #expect(process.errors.isEmpty)
    }

    @Test(arguments: [
        ["run", "--help"], ["run", "--format", "json", "-h"], ["--policy=list", "--help"], ["--help", "--strict"],
        ["help", "run"], ["run", "--bogus", "--help"],
    ])
    func `Help is given anywhere`(arguments: [String]) throws {
        let process = try CorspecProcess.run(arguments)
        #expect(process.code == 0)
        #expect(process.output.hasPrefix("Usage: corspec run [OPTIONS]\n"))
    }

    @Test(arguments: HelpText.pages.map(\.name))
    func `A page fits a terminal and ends with a line break`(name: String) throws {
        let process = try CorspecProcess.run(["help", name])
        #expect(process.code == 0)
        let lines = process.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count > 3)
        #expect(lines.filter { $0.count > 79 }.isEmpty)
        #expect(lines.filter { $0.hasSuffix(" ") }.isEmpty)
        #expect(lines.last == "")
    }

    @Test
    func `Every option of run stands in its help, and every page in the overview`() throws {
        let page = try CorspecProcess.run(["help", "run"]).output
        for option in RunOptions.all {
            #expect(page.contains("  \(option.name) ") || page.contains("  \(option.name)\n"))
        }
        for name in HelpText.pages.map(\.name) { #expect(HelpText.overview.contains(name)) }
    }

    @Test
    func `The example policy and the example fixture file can be run as they stand`() throws {
        func example(_ topic: String) throws -> String {
            let lines = try CorspecProcess.run(["help", topic]).output.split(separator: "\n")
            let first = try #require(lines.firstIndex(of: "  {"))
            let last = try #require(lines.firstIndex(of: "  }"))
            return lines[first...last].joined(separator: "\n")
        }
        let scratch = try ScratchFolder()
        _ = try scratch.file("policy.json", try example("policy"))
        _ = try scratch.file("suite.json", try example("fixtures"))
        let policy = try CorspecProcess.run(["--policy", "policy.json", "--only", "origin/*"], folder: scratch.url)
        #expect(policy.code == 0, "\(policy.errors)")
        let suite = try CorspecProcess.run(["--suite", "suite.json"], folder: scratch.url)
        #expect(suite.code == 0, "\(suite.errors)")
        #expect(suite.errors.contains("2 cases in 2 rows"))
    }
}
