import Foundation
import Testing

@Suite("corspec run --baseline")
struct BaselineCommandTests {
    private static let faulty = [
        "--builtin", "faulty/auth-before-cors", "--policy", "list", "--only", "order/preflight",
    ]
    private static let right = ["--policy", "list", "--only", "order/preflight"]

    private func file(_ entries: String) -> String { "{\"corspec_baseline\": 1, \"entries\": [\n\(entries)\n]}\n" }

    private func text(_ name: String, in scratch: ScratchFolder) throws -> String {
        try String(contentsOf: scratch.url.appending(path: name), encoding: .utf8)
    }

    @Test
    func `What is written is known in the next run, and stale once it is mended`() throws {
        let scratch = try ScratchFolder()
        let written = try CorspecProcess.run(Self.faulty + ["--write-baseline", "b.json"], folder: scratch.url)
        #expect(written.code == 0, "\(written.errors)")
        #expect(written.errors.contains("b.json: 3 entries: 3 new, 0 kept, 0 dropped\n"))
        #expect(written.output.contains("OK (exit 0): b.json is written:"))
        let known = try CorspecProcess.run(Self.faulty + ["--baseline", "b.json"], folder: scratch.url)
        #expect(known.code == 0)
        #expect(known.errors.contains("b.json:4:5: warning: 3 entries have no reason yet\n"))
        #expect(known.output.contains("KNOWN   Authentication runs before CORS"))
        let mended = try CorspecProcess.run(Self.right + ["--baseline", "b.json"], folder: scratch.url)
        #expect(mended.code == 4)
        #expect(mended.output.contains("3 rows pass now: delete lines 4 to 6 of b.json\n"))
        let renewed = try CorspecProcess.run(
            Self.right + ["--baseline", "b.json", "--write-baseline", "b.json"], folder: scratch.url)
        #expect(renewed.code == 0)
        #expect(try text("b.json", in: scratch) == "{\n  \"corspec_baseline\": 1,\n  \"entries\": []\n}\n")
    }

    @Test
    func `A renewal keeps what people wrote, and what was not selected`() throws {
        let scratch = try ScratchFolder()
        let kept = [
            #"    {"id": "order/preflight@localhost-5173", "policy": "list", "severity": "broken", "reason": "Ours."}"#,
            #"    {"id": "origin/granted@localhost-5173", "policy": "list", "severity": "broken", "reason": "Not now."}"#,
        ]
        _ = try scratch.file("b.json", file(kept.joined(separator: ",\n")))
        let run = try CorspecProcess.run(Self.faulty + ["--write-baseline", "b.json"], folder: scratch.url)
        #expect(run.code == 0)
        #expect(run.errors.contains("b.json: 4 entries: 2 new, 2 kept, 0 dropped\n"))
        let lines = try text("b.json", in: scratch).split(separator: "\n").map(String.init)
        #expect(Array(lines[3...4]) == kept.map { $0 + "," })
    }

    @Test
    func `A row that is not listed fails the run still, and an expired entry covers nothing`() throws {
        let scratch = try ScratchFolder()
        let entries = """
            {"id": "order/preflight@app.example.com", "policy": "list", "severity": "broken", "reason": "r", "expires": "2020-01-01"},
            {"id": "order/preflight@localhost-5173", "policy": "list", "severity": "broken", "reason": "r", "expires": "9999-12-31"}
            """
        _ = try scratch.file("b.json", file(entries))
        let run = try CorspecProcess.run(Self.faulty + ["--baseline", "b.json"], folder: scratch.url)
        #expect(run.code == 1)
        #expect(run.output.contains("3 rows: 0 passed, 2 failed (0 unsafe, 2 broken), 1 known"))
        #expect(run.output.contains("was known until 2020-01-01"))
    }

    @Test
    func `Errors of the file are told together with those of the policy, and nothing is run`() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.file("b.json", file(#"{"id": "a", "policy": "p", "severity": "unsafe", "expires": "soon"}"#))
        _ = try scratch.file("p.json", #"{"allow_origin": []}"#)
        let run = try CorspecProcess.run(["--baseline", "b.json", "--policy", "p.json"], folder: scratch.url)
        #expect(run.code == 2)
        #expect(run.errors.contains("b.json:2:61: error: \"soon\" in \"expires\" is no date"))
        #expect(run.errors.contains("p.json:1:2: error: unknown member \"allow_origin\""))
        #expect(run.errors.contains("2 errors in the files above; nothing was run"))
        #expect(run.output.isEmpty)
    }

    @Test
    func `A risk is written as not accepted, and refused until it is`() throws {
        let scratch = try ScratchFolder()
        let unsafe = [
            "--builtin", "faulty/reflects-any-origin", "--policy", "list", "--only", "origin/near-miss@suffix",
        ]
        let written = try CorspecProcess.run(unsafe + ["--write-baseline", "b.json"], folder: scratch.url)
        #expect(written.code == 0)
        #expect(written.errors.contains("b.json: 1 unsafe; --baseline refuses them until"))
        let refused = try CorspecProcess.run(unsafe + ["--baseline", "b.json"], folder: scratch.url)
        #expect(refused.code == 2)
        #expect(refused.errors.contains("b.json:4:5: error: \"list:origin/near-miss@suffix\" is unsafe"))
        let accepted = try text("b.json", in: scratch).replacing(
            "\"accept_risk\": false", with: "\"accept_risk\": true")
        _ = try scratch.file("b.json", accepted)
        #expect(try CorspecProcess.run(unsafe + ["--baseline", "b.json"], folder: scratch.url).code == 0)
    }

    @Test
    func `A hazard that strict fails on can be known`() throws {
        let scratch = try ScratchFolder()
        let hazard = ["--builtin", "faulty/max-age-with-unit", "--policy", "list", "--strict"]
        #expect(try CorspecProcess.run(hazard, folder: scratch.url).code == 1)
        #expect(try CorspecProcess.run(hazard + ["--write-baseline", "b.json"], folder: scratch.url).code == 0)
        #expect(try CorspecProcess.run(hazard + ["--baseline", "b.json"], folder: scratch.url).code == 0)
    }

    @Test
    func `Nothing is written of a run whose rows got no answer`() throws {
        let scratch = try ScratchFolder()
        let run = try CorspecProcess.run(
            ["--url", "http://127.0.0.1:1/", "--allow-origin", "https://a.example", "--write-baseline", "b.json"],
            folder: scratch.url)
        #expect(run.code == 3)
        #expect(run.errors.contains("b.json is not written, since the run is not complete"))
        #expect(!FileManager.default.fileExists(atPath: scratch.url.appending(path: "b.json").path()))
    }
}
