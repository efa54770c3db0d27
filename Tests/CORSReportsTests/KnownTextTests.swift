import CORSReports
import CORSRunner
import CORSVocabulary
import StrictJSON
import Testing

@Suite("Known failures in reports")
struct KnownTextTests {
    private static let stale = StaleEntry(
        file: "b.json",
        entry: Baseline.Entry(
            id: "a/old", policy: "list", severity: .broken,
            place: Baseline.Place(
                start: SourcePosition(line: 4, column: 5), end: SourcePosition(line: 4, column: 60), isAlone: true)),
        problem: .passes)

    private static func report(stale: [StaleEntry] = []) -> RunReport {
        var known = Sample.row("a/known", status: .failed, [Sample.slash()])
        known.known = KnownFailure(
            reason: "Waits for the gateway.", issue: "API-42", expires: CalendarDate("2027-01-31"))
        var report = Sample.report([known, Sample.row("a/passed")])
        report.baseline = BaselineOutcome(file: "b.json", stale: stale)
        return report
    }

    @Test
    func `Known rows stand under their cause with what is said of them`() {
        let text = TextReport.render(Self.report())
        #expect(
            text.hasPrefix(
                """
                KNOWN   The origin is spelled otherwise.
                        Waits for the gateway. (API-42, until 2027-01-31)
                          list:a/known

                """))
        #expect(text.contains("OK (exit 0): but for 1 known failure, a browser does what the policy means."))
    }

    @Test
    func `A stale entry is a run's end of its own, in every report`() {
        let report = Self.report(stale: [Self.stale])
        let text = TextReport.render(report)
        #expect(
            text.contains(
                """
                STALE   b.json lists what is no longer so:
                        list:a/old passes now: delete line 4 of b.json
                        or: --write-baseline b.json
                """))
        #expect(text.contains("STALE (exit 4): the baseline lists what is no longer so"))
        let json = JSONReport.render(report, version: "0")
        #expect(json.contains(#""problem": "passes""#))
        #expect(json.contains(#""known": true"#))
        let junit = JUnitReport.render(report)
        #expect(junit.contains("<testsuites name=\"corspec sample\" tests=\"3\" failures=\"1\""))
        #expect(junit.contains("<testcase classname=\"b.json\" name=\"list:a/old\""))
        #expect(junit.contains("<system-out>known failure: Waits for the gateway. (API-42, until 2027-01-31)\n"))
    }

    @Test
    func `A stale baseline comes after findings`() {
        var report = Self.report(stale: [Self.stale])
        #expect(Conclusion(report, isStrict: false, isInterrupted: false).exitCode == 4)
        report.rows.append(Sample.row("a/new", status: .failed, [Sample.slash()]))
        #expect(Conclusion(report, isStrict: false, isInterrupted: false).exitCode == 1)
        report.rows.append(Sample.row("a/gone", status: .error, reason: "no answer"))
        #expect(Conclusion(report, isStrict: false, isInterrupted: false).exitCode == 3)
    }

    @Test
    func `A row that is worse than its entry is named`() {
        var report = Self.report()
        report.baseline?.exceeded = [Baseline.Entry(id: "a/worse", policy: "list", severity: .hazard)]
        let text = TextReport.render(report)
        #expect(text.contains("list:a/worse is worse than b.json says: known as hazard\n"))
    }

    @Test
    func `What is fixed is shown first`() {
        var fixed = Sample.row("a/fixed")
        fixed.failedBefore = true
        var failing = Sample.row("a/failing", status: .failed, [Sample.slash()])
        failing.failedBefore = true
        let text = TextReport.render(Sample.report([fixed, failing]))
        #expect(text.hasPrefix("fixed: 1 of 2 rows that failed before\n  list:a/fixed\n\nBROKEN"))
    }
}
