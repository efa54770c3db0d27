import CORSConformanceTesting
import CORSPolicy
import Foundation
import Testing

@Suite("CORS of the application, over a socket")
struct LiveApplicationTests {
    static let baseline = Files.path("live.json")
    static let policies: KeyValuePairs<String, Policy> = [
        "apps": Policy(
            allowOrigins: ["https://app.example.com", "https://admin.example.org:8443"], allowMethods: ["GET", "PUT"],
            allowHeaders: ["X-Api-Key"], allowCredentials: true, exposeHeaders: ["X-Total-Count"], maxAge: 600),
        "tenants": Policy(
            allowOriginRegex: #"https://[a-z0-9-]+\.example\.com"#, allowMethods: ["GET", "POST", "DELETE"],
            allowHeaders: ["Content-Type"], allowCredentials: true, maxAge: 60),
        "public": Policy(allowOrigins: ["*"], allowMethods: ["GET"], allowHeaders: ["*"]),
    ]

    /// Starts the application once for each policy.
    static func suites(baseline: String?) async throws -> [ConformanceSuite] {
        var suites: [ConformanceSuite] = []
        for (name, policy) in policies {
            suites.append(
                try await ConformanceSuite(
                    LiveApplication.start(policy), policy: policy, named: name, baseline: baseline))
        }
        return suites
    }

    @Test(arguments: try await suites(baseline: baseline).flatMap(\.rows))
    func `CORS does what the policy means, but for what is known of Hummingbird`(row: ConformanceRow) async {
        await row.check()
    }

    @Test
    func `Who echoes every origin is found out`() async throws {
        let policy = try #require(Self.policies.first { $0.key == "apps" }?.value)
        let rows = try await ConformanceSuite(
            LiveApplication.start(policy, style: .originBased), policy: policy, only: ["origin/near-miss@suffix"]
        ).rows
        let row = try #require(rows.first)
        await withKnownIssue {
            await row.check()
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("UNSAFE") }
        }
    }

    @Test(.enabled(if: Files.renews, "RENEW_BASELINES is not set"))
    func `The baseline is written anew`() async throws {
        for suite in try await Self.suites(baseline: nil) { try await suite.writeBaseline(to: Self.baseline) }
    }
}
