import CORSBuiltins
import CORSConformanceTesting
import CORSPolicy
import Foundation
import Testing

@Suite("The bridge's baseline")
struct ConformanceBaselineTests {
    private static let row = "order/preflight@app.example.com"
    private static let only = ["list:\(row)"]

    private static func faulty() throws -> any CORSPolicyAdapter {
        try #require(Builtin.named("faulty/auth-before-cors")).adapter
    }

    /// Writes a baseline for as long as a body runs.
    private func withBaseline(_ entries: String, _ body: (String) async throws -> Void) async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json")
        try Data(#"{"corspec_baseline": 1, "entries": [\#(entries)]}"#.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        try await body(url.path)
    }

    private static func entry(_ id: String = row, _ members: String = #""severity": "broken""#) -> String {
        #"{"id": "\#(id)", "policy": "list", \#(members), "reason": "The gateway asks first."}"#
    }

    @Test
    func `A row that is listed is a known issue`() async throws {
        try await withBaseline(Self.entry()) { path in
            let rows = try await ConformanceSuite(Self.faulty(), only: Self.only, baseline: path).rows
            // It records nothing but a known issue, or the test fails.
            for row in rows { await row.check() }
            #expect(rows.count == 1)
        }
    }

    @Test
    func `A row that is worse than its entry fails`() async throws {
        try await withBaseline(Self.entry(Self.row, #""severity": "hazard""#)) { path in
            let row = try #require(
                try await ConformanceSuite(Self.faulty(), only: Self.only, baseline: path).rows.first)
            await withKnownIssue {
                await row.check()
            } matching: {
                $0.comments.contains { $0.rawValue.contains("BROKEN") }
            }
        }
    }

    @Test
    func `A row that passes although it is listed fails, and says which line goes`() async throws {
        try await withBaseline(Self.entry()) { path in
            let row = try #require(
                try await ConformanceSuite(ReferencePolicy(), only: Self.only, baseline: path).rows.first)
            await withKnownIssue {
                await row.check()
            } matching: {
                $0.comments.contains { $0.rawValue.contains("passes now: delete") }
            }
        }
    }

    @Test
    func `A row whose entry has expired fails`() async throws {
        try await withBaseline(Self.entry(Self.row, #""severity": "broken", "expires": "2020-01-31""#)) { path in
            let row = try #require(
                try await ConformanceSuite(Self.faulty(), only: Self.only, baseline: path).rows.first)
            await withKnownIssue {
                await row.check()
            } matching: {
                $0.comments.contains { $0.rawValue.contains("until 2020-01-31") || $0.rawValue.contains("BROKEN") }
            }
        }
    }

    @Test(arguments: [
        (entry("order/prefligt@app.example.com"), "did you mean \"\(row)\""),
        (entry(row, #""severity": "unsafe""#), "accept_risk"),
        (entry(row, #""severity": "bad""#), "\"bad\" in \"severity\" is not accepted"),
    ])
    func `A baseline that is wrong is told of`(entry: String, message: String) async throws {
        try await withBaseline(entry) { path in
            let error = try await #require(throws: ConformanceSetupError.self) {
                try await ConformanceSuite(ReferencePolicy(), baseline: path)
            }
            #expect(error.description.contains(message))
        }
    }

    @Test
    func `A baseline that is not there is told of`() async throws {
        let error = try await #require(throws: ConformanceSetupError.self) {
            try await ConformanceSuite(ReferencePolicy(), baseline: "/nowhere/baseline.json")
        }
        #expect(error.description.hasPrefix("/nowhere/baseline.json: the baseline cannot be read"))
    }

    @Test
    func `What fails is written as a baseline that then covers it, and keeps what was said`() async throws {
        try await withBaseline(Self.entry() + "," + Self.entry("origin/granted@app.example.com")) { path in
            let only = ["list:order/preflight@*", "list:origin/granted@*"]
            let suite = try await ConformanceSuite(Self.faulty(), only: only)
            try await suite.writeBaseline(to: path)
            let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
            #expect(text.contains("The gateway asks first."))
            #expect(!text.contains("origin/granted"))
            let rows = try await ConformanceSuite(Self.faulty(), only: only, baseline: path).rows
            for row in rows { await row.check() }
        }
    }
}
