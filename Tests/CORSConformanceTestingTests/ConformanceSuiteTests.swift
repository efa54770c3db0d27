import CORSBuiltins
import CORSConformanceTesting
import CORSPolicy
import Testing

@Suite("The bridge to Swift Testing")
struct ConformanceSuiteTests {
    private static func faulty(_ name: String) throws -> any CORSPolicyAdapter {
        try #require(Builtin.all.first { $0.name == "faulty/\(name)" }).adapter
    }

    @Test
    func `A row is named by its policy and its id`() async throws {
        let rows = try await ConformanceSuite(ReferencePolicy(), only: ["list:origin/*"]).rows
        #expect(!rows.isEmpty)
        for row in rows { #expect(row.testDescription.hasPrefix("list:origin/")) }
        #expect(Set(rows.map(\.id)).count == rows.count)
    }

    @Test
    func `A failing row records its whole explanation`() async throws {
        let rows = try await ConformanceSuite(
            Self.faulty("reflects-any-origin"), only: ["list:origin/near-miss@suffix"]
        ).rows
        let row = try #require(rows.first)
        await withKnownIssue {
            await row.check()
        } matching: { issue in
            let text = issue.comments.map(\.rawValue).joined()
            return [
                "UNSAFE", "list:origin/near-miss@suffix", "Access-Control-Allow-Origin", "fix", "curl",
                "fetch.spec.whatwg.org",
            ]
            .allSatisfy { text.contains($0) }
        }
    }

    @Test
    func `A hazard warns, and fails where it is asked to`() async throws {
        let adapter = try Self.faulty("max-age-with-unit")
        let only = ["list:max-age/preflight@app.example.com"]
        let warning = try #require(try await ConformanceSuite(adapter, only: only).rows.first)
        await withKnownIssue {
            await warning.check()
        } matching: {
            $0.severity == .warning
        }
        let failing = try #require(try await ConformanceSuite(adapter, only: only, hazards: .fail).rows.first)
        await withKnownIssue {
            await failing.check()
        } matching: {
            $0.severity == .error
        }
    }

    @Test
    func `A policy that is wrong is told of, all at once`() async throws {
        let policy = Policy(allowOrigins: ["https://a.example/"], allowMethods: ["get"])
        let error = try await #require(throws: ConformanceSetupError.self) {
            try await ConformanceSuite(ReferencePolicy(), policies: ["mine": policy])
        }
        #expect(error.description.contains("mine: error: \"https://a.example/\""))
        #expect(error.description.contains("browsers send \"GET\""))
    }

    @Test
    func `A glob that matches nothing is told of with the nearest ids`() async throws {
        let error = try await #require(throws: ConformanceSetupError.self) {
            try await ConformanceSuite(ReferencePolicy(), only: ["origin/neer-miss"])
        }
        #expect(error.description.contains("origin/near-miss"))
    }
}
