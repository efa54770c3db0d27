import CORSVocabulary
import StrictJSON
import Testing

@testable import CORSPolicy

@Suite("Lint rules")
struct LintRuleTests {
    private func lint(_ text: String) throws -> [LintFinding] { try Lint.check(Array(text.utf8), file: "p.json") }

    @Test(arguments: Lint.rules.map(\.code))
    func `Every rule fires on its bad policy, with a place, and is silent on its good one`(code: String) throws {
        let rule = try #require(Lint.rules.first { $0.code == code })
        let bad = try lint(rule.bad).filter { $0.code == code }
        #expect(!bad.isEmpty)
        #expect(bad.allSatisfy { $0.position != nil || code == "no-origins" })
        #expect(bad.map(\.severity).max() == rule.severity)
        #expect(try !lint(rule.good).contains { $0.code == code })
    }

    @Test(arguments: Lint.rules.map(\.code))
    func `What a rule calls good has nothing wrong with it`(code: String) throws {
        let rule = try #require(Lint.rules.first { $0.code == code })
        #expect(try lint(rule.good).filter { $0.severity >= .hazard }.map(\.code) == [])
    }
}
