import CORSConformanceTesting
import Foundation
import Testing

@Suite("CORS of the application, without a socket")
struct RoutedApplicationTests {
    static let baseline = Files.path("in-process.json")

    @Test(arguments: try await ConformanceSuite(HummingbirdAdapter(), baseline: baseline).rows)
    func `CORS does what the policy means, but for what is known of Hummingbird`(row: ConformanceRow) async {
        await row.check()
    }

    @Test
    func `Who echoes every origin is found out`() async throws {
        let rows = try await ConformanceSuite(
            HummingbirdAdapter(style: .originBased), only: ["list:origin/near-miss@suffix"]
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
        try await ConformanceSuite(HummingbirdAdapter()).writeBaseline(to: Self.baseline)
    }
}
