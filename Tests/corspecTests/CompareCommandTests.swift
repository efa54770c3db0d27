import CORSPolicy
import CORSVocabulary
import Foundation
import LoopbackServer
import Testing

@Suite("corspec run with several targets", .timeLimit(.minutes(15)))
struct CompareCommandTests {
    private static let pair = ["--builtin", "reference", "--builtin", "faulty/vary-missing", "--policy", "list"]

    @Test
    func `Of a server without Vary the differences are the rows that find it`() throws {
        let alone = try ReportFile.of(["--builtin", "faulty/vary-missing", "--policy", "list"]).report
        let found = alone.results.filter { $0.status != "passed" && $0.status != "skipped" }.map(\.id)
        let run = try CorspecProcess.run(Self.pair + ["--differences", "--format", "json"])
        #expect(run.code == 0)
        let rows = try ComparisonFile(run).rows
        #expect(rows.map(\.id) == found)
        #expect(rows.contains { $0.id == "vary/open" } && !rows.contains { $0.id.hasPrefix("origin/") })
        #expect(rows.allSatisfy { $0.disputed && $0.cells.map { $0?.word } == ["ok", "hazard"] })
        let headers = Set(rows.flatMap(\.between).map(\.header))
        #expect(headers == ["Vary"])
        let text = try CorspecProcess.run(Self.pair + ["--differences"])
        #expect(text.output.contains("hazard faulty/vary-missing; ok reference: \(found.count) rows\n"))
        #expect(text.output.contains("\n  only reference has Vary: Origin\n"))
    }

    @Test
    func `A column from a report is that of the run`() throws {
        let scratch = try ScratchFolder()
        let common = [
            "--policy", "list", "--policy", "trap", "--only", "credentials/*", "--only", "trap/*",
        ]
        let targets = ["reference", "faulty/credentials-missing"]
        for (index, name) in targets.enumerated() {
            _ = try CorspecProcess.run(
                common + ["--builtin", name, "--report", "json=\(index).json"], folder: scratch.url)
        }
        let run = try CorspecProcess.run(
            common + targets.flatMap { ["--builtin", $0] } + ["--format", "json"], folder: scratch.url)
        let read = try CorspecProcess.run(
            ["--compare", "0.json", "--compare", "1.json", "--format", "json"], folder: scratch.url)
        let both = [try ComparisonFile(run), try ComparisonFile(read)]
        #expect(both[0] == both[1])
        #expect(both[0].rows.contains { $0.disputed })
        #expect(run.code == 1 && read.code == 1)
        let mixed = try CorspecProcess.run(
            common + ["--compare", "one=1.json", "--builtin", "reference", "--format", "json"], folder: scratch.url)
        #expect(try ComparisonFile(mixed).columns.map(\.name) == ["one", "reference"])
    }

    @Test
    func `Every row of a table in Markdown has as many cells as its head, whatever a column is called`() throws {
        let scratch = try ScratchFolder()
        _ = try CorspecProcess.run(
            ["--builtin", "faulty/reflects-any-origin", "--policy", "list", "--report", "json=a.json"],
            folder: scratch.url)
        let run = try CorspecProcess.run(
            ["--compare", "a|b=a.json", "--builtin", "reference", "--policy", "list", "--format", "markdown"],
            folder: scratch.url)
        let tables = run.output.split(separator: "\n\n").map { $0.split(separator: "\n").map(String.init) }
        #expect(tables.count == 2)
        #expect(run.output.contains("| a\\|b | "))
        #expect(run.output.contains("| a\\|b | reference |\n"))
        for table in tables {
            let cells = table.map { $0.replacing("\\|", with: "").count { $0 == "|" } }
            #expect(Set(cells).count == 1, "\(table)")
            #expect(table[1].allSatisfy { "| -".contains($0) })
        }
        #expect(tables.first?.count == 4)
    }

    /// The reference behind something that takes a header out of its answers.
    private struct Stripping: CORSApplication {
        let application: any CORSApplication
        let name: FieldName

        func respond(to request: HTTPRequest) async throws -> HTTPResponse {
            var response = try await application.respond(to: request)
            response.headers.remove(name)
            return response
        }
    }

    @Test
    func `In process against the same at a URL, the header that is lost between them is named`() async throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file(
            "policy.json", #"{"allow_origins": ["https://app.example.com"], "expose_headers": ["X-Total-Count"]}"#)
        let policy = Policy(allowOrigins: ["https://app.example.com"], exposeHeaders: ["X-Total-Count"])
        let server = try LoopbackServer(
            Stripping(
                application: try await ReferencePolicy().makeApplication(for: policy),
                name: "Access-Control-Expose-Headers"))
        defer { server.stop() }
        let arguments = [
            "--builtin", "reference", "--url", "\(server.origin)/open", "--policy", "policy.json", "--timeout", "20",
            "--differences",
        ]
        let run = try await CorspecProcess.serving(arguments + ["--format", "json"], folder: scratch.url)
        #expect(run.code == 1, "\(run.errors)")
        let comparison = try ComparisonFile(run)
        #expect(comparison.columns.map(\.name) == ["reference", "\(server.origin)/open"])
        #expect(!comparison.rows.isEmpty)
        for row in comparison.rows {
            #expect(row.between.map(\.header) == ["Access-Control-Expose-Headers"], "\(row)")
        }
        let text = try await CorspecProcess.serving(arguments, folder: scratch.url)
        #expect(text.output.contains("only reference has Access-Control-Expose-Headers: X-Total-Count\n"))
    }

    @Test
    func `The worst column decides the exit code`() throws {
        let scratch = try ScratchFolder()
        let common = ["--policy", "list", "--only", "order/preflight"]
        let faulty = ["--builtin", "faulty/auth-before-cors"]
        #expect(
            try CorspecProcess.run(common + faulty + ["--write-baseline", "b.json"], folder: scratch.url).code == 0)
        let stale = common + ["--baseline", "b.json", "--report", "json=stale.json"]
        #expect(try CorspecProcess.run(stale, folder: scratch.url).code == 4)
        let known = common + faulty + ["--baseline", "b.json", "--report", "json=known.json"]
        #expect(try CorspecProcess.run(known, folder: scratch.url).code == 0)
        func code(_ arguments: [String]) throws -> Int32 {
            try CorspecProcess.run(arguments, folder: scratch.url).code
        }
        #expect(try code(["--compare", "stale.json"]) == 4)
        #expect(try code(["--compare", "stale.json", "--compare", "known.json"]) == 1)
        #expect(
            try code(
                common + [
                    "--compare", "known.json", "--url", "http://127.0.0.1:1/", "--route", "protected=/me", "--builtin",
                    "reference",
                ])
                == 3)
        #expect(try code(Self.pair + ["--only", "vary/open", "--strict"]) == 1)
        #expect(try code(["--compare", "stale.json", "--compare", "gone.json"]) == 2)
    }

    @Test(arguments: [
        ("--baseline b.json", "--baseline has no meaning in a comparison"),
        ("--write-baseline b.json", "--write-baseline has no meaning in a comparison"),
        ("--failed r.json", "--failed has no meaning in a comparison"),
        ("--fail-fast", "--fail-fast has no meaning in a comparison"),
        ("--dry-run", "--dry-run has no meaning in a comparison"),
        ("--format junit", "a comparison has no form in junit"),
        ("--report junit=r.xml", "a comparison has no form in junit"),
        ("--timeout 3", "--timeout does not apply to --builtin"),
        ("--url http://a.example/", "--url needs a policy"),
        ("--compare none-such.json", "the report \"none-such.json\" does not exist"),
        ("--compare =a.json", "--compare takes [NAME=]REPORT.json"),
        ("--only none/such", "\"none/such\" matches no row"),
    ])
    func `What has no meaning beside several targets is told`(arguments: String, message: String) throws {
        let two = ["--builtin", "reference", "--builtin", "faulty/vary-missing"]
        let run = try CorspecProcess.run(two + arguments.split(separator: " ").map(String.init))
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("corspec: \(message)"), "\(run.errors)")
    }

    @Test(arguments: [
        (["--format", "markdown"], "the format markdown is for comparisons"),
        (["--report", "markdown=a.md"], "the format markdown is for comparisons"),
        (["--differences"], "--differences is for comparisons"),
        (["--compare", "r.json"], "r.json:1:1: error: this is no report of corspec's"),
        (["--compare", "r.json", "--policy", "list"], "--policy has no meaning where reports are compared"),
        (["--config", "paths.json"], "a configuration with paths has no meaning in a comparison"),
    ])
    func `What is no comparison, or none of targets, is told`(arguments: [String], message: String) throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("r.json", "{}")
        _ = try scratch.file(
            "paths.json",
            """
            {"corspec_config": 1, "target": {"url": "http://127.0.0.1:1/"}, "compare": "r.json",
             "paths": [{"path": "/a", "policy": "list"}]}
            """)
        let run = try CorspecProcess.run(arguments, folder: scratch.url)
        #expect(run.code == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
    }
}
