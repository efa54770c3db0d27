import CORSBuiltins
import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import Foundation
import Testing

/// The bundled suite against every adapter that ships, with every bundled policy; run once.
enum WholeMatrix {
    private static let run = Task {
        try await KillMatrix.run(
            Builtin.all, suite: suite(), policies: BundledFixtures.policies().policies,
            jobs: ProcessInfo.processInfo.activeProcessorCount)
    }

    static func value() async throws -> KillMatrix { try await run.value }

    static func suite() throws -> Suite { try #require(BundledFixtures.suite().suite) }
}

@Suite("The kill matrix")
struct KillMatrixTests {
    /// The problems that the bundled suite has with some adapters, not those of cases.
    private func problems(
        of builtins: [Builtin], suite: Suite? = nil
    ) async throws -> [String] {
        let suite = try suite ?? WholeMatrix.suite()
        let policies = BundledFixtures.policies().policies.filter { ["single", "list", "regex"].contains($0.name) }
        let matrix = try await KillMatrix.run(builtins, suite: suite, policies: policies, jobs: 2)
        return KillMatrix(suite: Suite(files: []), lines: matrix.lines).problems
    }

    /// An adapter that does what another does, and is said to be something else.
    private func disguised(
        _ name: String, as kind: Builtin.Kind, severity: Severity? = nil, cause: String? = nil
    ) throws -> Builtin {
        let builtin = try #require(Builtin.named(name))
        return Builtin(
            name: "\(kind.rawValue)/disguised", kind: kind, family: .originMatching, summary: builtin.summary,
            severity: severity, cause: cause, seenIn: "this test", adapter: builtin.adapter)
    }

    @Test
    func `Every fault is found as what it is, nothing right fails, and every case finds a fault or says why it stands`()
        async throws
    {
        for problem in try await WholeMatrix.value().problems { Issue.record("\(problem)") }
    }

    @Test
    func `A fault is missed once the cases that find it are taken out`() async throws {
        let matrix = try await WholeMatrix.value()
        let faulty = matrix.lines.filter { !$0.found.isEmpty }
        let line = try #require(faulty.min { $0.found.count < $1.found.count })
        let ids = Set(line.found.map(\.caseID))
        var suite = try WholeMatrix.suite()
        for index in suite.files.indices { suite.files[index].cases.removeAll { ids.contains($0.id) } }
        #expect(try await problems(of: [line.builtin], suite: suite) == ["\(line.builtin.name) is found by no case"])
    }

    @Test
    func `A fault that nothing catches is a problem`() async throws {
        let invisible = try disguised("reference", as: .faulty, severity: .broken, cause: "no-cors-layer")
        #expect(try await problems(of: [invisible]) == ["faulty/disguised is found by no case"])
    }

    @Test
    func `A fault found as something else is a problem`() async throws {
        let milder = try disguised("faulty/vary-missing", as: .faulty, severity: .broken, cause: "no-cors-layer")
        #expect(
            try await problems(of: [milder]) == [
                "faulty/disguised is found hazard, and is broken",
                "faulty/disguised is found for vary-missing, and its cause is no-cors-layer",
            ])
    }

    @Test
    func `A correct adapter that is not clean is a problem, a hazard included`() async throws {
        let hazard = try disguised("faulty/max-age-with-unit", as: .correct)
        let problems = try await problems(of: [hazard])
        #expect(problems.contains("correct/disguised is right, and max-age/preflight finds it hazard"), "\(problems)")
    }

    @Test
    func `A case that finds nothing is a problem unless it says why it stands`() throws {
        var suite = try WholeMatrix.suite()
        suite.files[0].cases = Array(suite.files[0].cases.prefix(2))
        suite.files = [suite.files[0]]
        suite.files[0].cases[0].stands = nil
        suite.files[0].cases[1].stands = "It holds a rule of browsers."
        let id = suite.files[0].cases[0].id
        #expect(
            KillMatrix(suite: suite, lines: []).problems == [
                "\(id) finds no faulty builtin, and does not say why it stands"
            ])
    }
}
