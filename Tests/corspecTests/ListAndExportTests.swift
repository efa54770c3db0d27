import Foundation
import Testing

@Suite("corspec list and export")
struct ListAndExportTests {
    @Test
    func `Every case that is listed can be selected`() throws {
        let listed = try CorspecProcess.run(["list"])
        #expect(listed.code == 0)
        #expect(listed.errors.isEmpty)
        let ids = listed.output.split(separator: "\n").filter { $0.hasPrefix("  ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(ids.count > 20)
        let run = try CorspecProcess.run(["--dry-run"] + ids.flatMap { ["--only", $0] })
        #expect(run.code == 0, "\(run.errors)")
    }

    @Test
    func `Every policy and builtin that is listed can be run`() throws {
        let policies = try CorspecProcess.run(["list", "policies"]).output.split(separator: "\n")
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(policies.contains("list"))
        let run = try CorspecProcess.run(["--dry-run"] + policies.flatMap { ["--policy", $0] })
        #expect(run.code == 0, "\(run.errors)")
        let builtins = try CorspecProcess.run(["list", "builtins"]).output.split(separator: "\n")
        #expect(Set(builtins.filter { !$0.hasPrefix("  ") }).count == builtins.count { !$0.hasPrefix("  ") })
        #expect(builtins.contains { $0.hasPrefix("  reference ") })
    }

    @Test
    func `Clauses name the cases that stand on them`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("s.json", SampleFiles.suite())
        let listed = try CorspecProcess.run(["list", "clauses", "--suite", "s.json"], folder: scratch.url)
        #expect(listed.output.contains("https://fetch.spec.whatwg.org/#concept-cors-check\n  api/case-0\n"))
        #expect(listed.output.contains("https://fetch.spec.whatwg.org/#origin-header\n  no case\n"))
    }

    @Test
    func `An export is a fixture file that runs with the same rows`() throws {
        let scratch = try ScratchFolder()
        let export = try CorspecProcess.run(
            ["export", "--policy", "single", "--output", "out.json"], folder: scratch.url)
        #expect(export.code == 0, "\(export.errors)")
        #expect(export.output.isEmpty)
        let run = try CorspecProcess.run(["--suite", "out.json"], folder: scratch.url)
        #expect(run.code == 0, "\(run.errors)")
        let printed = try CorspecProcess.run(["export", "--policy=single"])
        #expect(try String(contentsOf: scratch.url.appending(path: "out.json"), encoding: .utf8) == printed.output)
    }
}
