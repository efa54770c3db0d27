import CORSExplanation
import CORSFixtures
import CORSPolicy
import CORSReports
import Testing

/// A case that ships, by its id, and the bundled fixtures, read once.
struct BundledCase: Sendable, CustomTestStringConvertible {
    static let suite = BundledFixtures.suite().suite ?? Suite(files: [])
    static let policies = BundledFixtures.policies().policies
    static let all = suite.cases.map { BundledCase(id: $0.id) }

    var id: String

    var testDescription: String { id }

    /// Explains the case.
    func explanation() async throws -> CaseExplanation {
        try await CaseExplainer.explain(CaseFinder.find(id, in: Self.suite, policies: Self.policies))
    }

    /// Explains the case in lines.
    func lines() async throws -> [String] {
        CaseText(try await explanation(), paint: Paint(isOn: false), width: 96).lines
    }
}
