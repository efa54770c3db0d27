import CORSReports
import CORSRunner
import CORSVocabulary
import Testing

@Suite("Conclusion")
struct ConclusionTests {
    /// Rows, and what they come to.
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var statuses: [RowResult.Status]
        var isStrict = false
        var isInterrupted = false
        var code: Int32
        var words: String
    }

    @Test(arguments: [
        Row(testDescription: "passed", statuses: [.passed, .skipped], code: 0, words: "OK (exit 0): a browser does"),
        Row(testDescription: "hazard", statuses: [.hazard], code: 0, words: "hazards aside (--strict fails on them)"),
        Row(
            testDescription: "strict", statuses: [.hazard], isStrict: true, code: 1,
            words: "FAILED (exit 1): hazards fail the run, since --strict is given."),
        Row(testDescription: "failed", statuses: [.failed, .passed], code: 1, words: "FAILED (exit 1): the server"),
        Row(
            testDescription: "error", statuses: [.error, .passed], code: 3,
            words: "ERROR (exit 3): 1 row got no answer that could be judged."),
        Row(
            testDescription: "error before failed", statuses: [.error, .failed, .failed], code: 3,
            words: "ERROR (exit 3): 1 row got no answer that could be judged; 2 rows failed besides."),
        Row(
            testDescription: "interrupted before all", statuses: [.error, .failed], isInterrupted: true, code: 130,
            words: "INTERRUPTED (exit 130): 0 rows were not run."),
        Row(
            testDescription: "skipped", statuses: [.skipped], code: 0, words: "OK (exit 0): but every row was skipped."),
    ])
    func `The first that applies is concluded, and said`(row: Row) {
        let severities: [RowResult.Status: Severity] = [.failed: .broken, .hazard: .hazard]
        let rows = row.statuses.enumerated().map { index, status in
            Sample.row(
                "a/b@\(index)", status: status, reason: status == .error ? "gone" : nil,
                severities[status].map { [Sample.slash(severity: $0)] } ?? [])
        }
        let report = Sample.report(rows)
        let conclusion = Conclusion(report, isStrict: row.isStrict, isInterrupted: row.isInterrupted)
        #expect(conclusion.exitCode == row.code)
        let options = TextReport.Options(isStrict: row.isStrict, isInterrupted: row.isInterrupted)
        #expect(TextReport.render(report, options: options).contains(row.words))
    }

    @Test
    func `A target that refuses every policy is at fault, unless it is right to`() {
        let refusals = [(policy: "list", reason: "no")]
        let skipped = Sample.report([Sample.row("a/b", status: .skipped, reason: "refused: no")], refusals: refusals)
        #expect(Conclusion(skipped, isStrict: false, isInterrupted: false) == .target)
        #expect(TextReport.render(skipped).contains("ERROR (exit 3): the target refuses every policy"))
        let right = Sample.report([Sample.row("a/b", reason: "refused: no")], refusals: refusals)
        #expect(Conclusion(right, isStrict: false, isInterrupted: false) == .clean)
        let partly = Sample.report(
            [Sample.row("a/b", status: .skipped), Sample.row("a/b", policy: "many")], refusals: refusals)
        #expect(Conclusion(partly, isStrict: false, isInterrupted: false) == .clean)
    }

    @Test
    func `Rows that an interrupt left are counted`() {
        let rows = [Sample.row("a/a"), Sample.row("a/b", status: .skipped, reason: "interrupted")]
        let text = TextReport.render(Sample.report(rows), options: .init(isInterrupted: true))
        #expect(text.contains("1 row skipped: interrupted\n"))
        #expect(text.contains("INTERRUPTED (exit 130): 1 row was not run."))
    }
}
