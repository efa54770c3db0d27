import CORSFixtures
import CORSRunner
import CORSVocabulary
import StrictJSON
import Testing

@Suite("Clauses of the standard")
struct ClauseTests {
    @Test
    func `Every clause names cases that exist or says why it is not judged`() {
        let (clauses, diagnostics) = BundledFixtures.clauses()
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.description))")
        #expect(!clauses.isEmpty)
    }

    @Test(arguments: SpecSection.all)
    func `Every section that fixtures may name has clauses`(section: SpecSection) {
        #expect(BundledFixtures.clauses().clauses.contains { $0.section == section })
    }

    @Test
    func `Breaking a clause is noticed: each finds a faulty builtin by one of its cases`() async throws {
        let matrix = try await WholeMatrix.value()
        let finding = Set(matrix.columns.filter { !$0.builtins.isEmpty }.map(\.caseID))
        for clause in BundledFixtures.clauses().clauses {
            guard case .cases(let ids) = clause.coverage else { continue }
            #expect(!finding.isDisjoint(with: ids), "\(clause.text)")
        }
    }

    @Test(arguments: [
        (#"{"section": "concept-cors-check", "clause": "c", "cases": ["origin/grantet"]}"#, "origin/granted"),
        (#"{"section": "concept-cors-chek", "clause": "c", "not_judged": "r"}"#, "concept-cors-check"),
        (#"{"section": "concept-cors-check", "clause": "c"}"#, "\"cases\" or \"not_judged\""),
        (
            #"{"section": "concept-cors-check", "clause": "c", "cases": ["origin/granted"], "not_judged": "r"}"#,
            "either"
        ),
        (#"{"section": "concept-cors-check", "clause": "c", "cases": []}"#, "not empty"),
    ])
    func `A clause that is not covered as it says is an error`(text: String, says: String) {
        let diagnostics = Diagnostics(file: "clauses.json")
        let bytes = Array(#"{"corspec": 1, "clauses": [\#(text)]}"#.utf8)
        let clauses = ClauseReader.read(bytes, cases: ["origin/granted"], into: diagnostics)
        #expect(diagnostics.all.count == 1)
        #expect(diagnostics.all.first?.description.contains(says) == true, "\(diagnostics.all)")
        #expect(clauses.count <= 1)
    }
}
