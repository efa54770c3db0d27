import Foundation
import Testing

@Suite("corspec run --failed and --fail-fast")
struct FailedCommandTests {
    private static let faulty = ["--builtin", "faulty/auth-before-cors", "--policy", "list"]

    /// Writes the report of a run in which three rows fail.
    private func report(in scratch: ScratchFolder) throws {
        let run = try CorspecProcess.run(
            Self.faulty + ["--only", "order/preflight", "--only", "origin/granted", "--report", "json=r.json"],
            folder: scratch.url)
        #expect(run.code == 1)
    }

    @Test
    func `What failed is run again, and what is fixed is shown first`() throws {
        let scratch = try ScratchFolder()
        try report(in: scratch)
        let again = try CorspecProcess.run(Self.faulty + ["--failed", "r.json"], folder: scratch.url)
        #expect(again.code == 1)
        #expect(again.output.contains("3 rows: 0 passed, 3 failed"))
        let fixed = try CorspecProcess.run(["--policy", "list", "--failed", "r.json"], folder: scratch.url)
        #expect(fixed.code == 0)
        #expect(fixed.output.hasPrefix("fixed: 3 of 3 rows that failed before\n"))
        let one = try CorspecProcess.run(
            Self.faulty + ["--failed", "r.json", "--except", "*@localhost*", "--only", "*-8443", "--only", "*-5173"],
            folder: scratch.url)
        #expect(one.output.contains("1 row: 0 passed, 1 failed"))
    }

    @Test
    func `Where nothing failed nothing is run`() throws {
        let scratch = try ScratchFolder()
        let clean = ["--policy", "list", "--only", "origin/granted"]
        #expect(try CorspecProcess.run(clean + ["--report", "json=r.json"], folder: scratch.url).code == 0)
        let run = try CorspecProcess.run(clean + ["--failed", "r.json"], folder: scratch.url)
        #expect(run.code == 0)
        #expect(run.errors == "r.json: nothing failed there, so nothing is run\n")
        #expect(run.output.isEmpty)
    }

    @Test
    func `A report of other policies, or a file that is none, is told`() throws {
        let scratch = try ScratchFolder()
        try report(in: scratch)
        let other = try CorspecProcess.run(["--policy", "single", "--failed", "r.json"], folder: scratch.url)
        #expect(other.code == 2)
        #expect(other.errors.contains("none of the rows that failed in r.json is in this run"))
        _ = try scratch.file("x.json", "{}")
        let none = try CorspecProcess.run(["--failed", "x.json"], folder: scratch.url)
        #expect(none.code == 2)
        #expect(none.errors.contains("x.json:1:1: error: this is no report of corspec's"))
    }

    @Test
    func `The first row that fails ends the run, and the rest say why they were skipped`() throws {
        let run = try CorspecProcess.run(Self.faulty + ["--only", "order/*", "--fail-fast", "--jobs", "1"])
        #expect(run.code == 1)
        #expect(run.output.contains("skipped: --fail-fast ended the run after list:order/"))
        #expect(run.output.contains(" 1 failed (0 unsafe, 1 broken), "))
    }

    @Test
    func `A known failure ends nothing`() throws {
        let scratch = try ScratchFolder()
        let arguments = Self.faulty + ["--only", "order/preflight"]
        #expect(try CorspecProcess.run(arguments + ["--write-baseline", "b.json"], folder: scratch.url).code == 0)
        let run = try CorspecProcess.run(arguments + ["--baseline", "b.json", "--fail-fast"], folder: scratch.url)
        #expect(run.code == 0)
        #expect(run.output.contains("3 rows: 0 passed, 3 known"))
    }
}
