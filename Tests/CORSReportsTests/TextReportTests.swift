import CORSReports
import CORSRunner
import CORSVocabulary
import Testing

@Suite("Text report")
struct TextReportTests {
    @Test
    func `A green run is a table, the counts and what it does not prove`() {
        let rows = [
            Sample.row("origin/granted@a"), Sample.row("origin/granted@b"),
            Sample.row("origin/granted@a", policy: "many"),
            Sample.row("order/authorized", policy: "many", status: .skipped, reason: "no credentials are granted"),
        ]
        #expect(
            TextReport.render(Sample.report(rows)) == """
                1 row skipped: no credentials are granted
                  many:order/authorized

                policy     rows   passed  hazards  skipped
                list          2        2        0        0
                many          2        1        0        1

                4 rows: 3 passed, 1 skipped, in 12 ms
                OK (exit 0): a browser does what the policy means.
                It proves nothing about origins, methods, headers and routes that were not tried.

                """)
    }

    @Test
    func `A failure is one cause, a row in full and the ids of the others`() {
        let rows = [
            Sample.row("origin/granted@a", status: .failed, [Sample.slash()]),
            Sample.row("origin/granted@b", status: .failed, [Sample.slash()]),
            Sample.row("origin/granted@a", policy: "many", status: .failed, [Sample.slash()]),
            Sample.row("origin/near-miss@c"),
        ]
        #expect(
            TextReport.render(Sample.report(rows)) == """
                BROKEN  The origin is spelled otherwise.
                        3 rows of 2 policies: list 2, many 1
                        fix: Echo the Origin field.

                    list:origin/granted@a
                    A granted origin must be able to read

                      > GET /open
                      > Origin: https://app.example
                      < 200
                      < Vary: Origin
                      < Access-Control-Allow-Origin: https://app.example/
                                                     ^^^^^^^^^^^^^^^^^^^^
                      < (1 more header line)

                    browser   A browser blocks the read: the answer grants another origin.
                    console   Access to fetch has been blocked by CORS policy.
                    expected  one line Access-Control-Allow-Origin: https://app.example, or *
                    actual    Access-Control-Allow-Origin: https://app.example/
                    why       Browsers compare bytes.
                    section   https://fetch.spec.whatwg.org/#concept-cors-check
                    see it    against the same server over HTTP:
                              curl -i -H 'Origin: https://app.example' "$URL"/open

                    also shown by:
                      list:origin/granted@b, many:origin/granted@a

                policy     rows   passed  hazards   failed  skipped
                list          3        1        0        2        0
                many          1        0        0        1        0

                4 rows: 1 passed, 3 failed (0 unsafe, 3 broken), in 12 ms
                FAILED (exit 1): the server is not what the policy means.

                """)
    }

    @Test
    func `One cause with several severities is one group, the worst first`() {
        let rows = [
            Sample.row("a/hazard", status: .hazard, [Sample.slash(severity: .hazard)]),
            Sample.row("a/unsafe", status: .failed, [Sample.slash(severity: .unsafe)]),
        ]
        let text = TextReport.render(Sample.report(rows))
        #expect(text.hasPrefix("UNSAFE  The origin is spelled otherwise.\n"))
        #expect(text.contains("2 rows of policy list (findings: 1 unsafe, 1 hazard)"))
        #expect(text.contains("\n    list:a/unsafe\n"))
        #expect(text.contains("also shown by:\n      list:a/hazard\n"))
    }

    @Test
    func `Without a cause, the findings of one case are one group`() {
        let rows = ["a", "b", "c"].map { name in
            Sample.row("origin/x@\(name)", status: .failed, [Sample.slash(message: "\(name) is wrong.", cause: nil)])
        }
        let text = TextReport.render(Sample.report(rows))
        #expect(text.ranges(of: "BROKEN").count == 1)
        #expect(text.contains("this does not hold"))
        #expect(text.contains("3 rows of policy list\n"))
    }

    @Test
    func `The worst causes come first, whatever the order of rows`() {
        let other = Cause(id: "other", title: "Another cause.", fix: "Mend it.")
        let rows = [
            Sample.row("a/a", status: .hazard, [Sample.slash(severity: .hazard, cause: other)]),
            Sample.row("a/b", status: .failed, [Sample.slash(severity: .unsafe)]),
        ]
        let text = TextReport.render(Sample.report(rows))
        #expect(text.hasPrefix("UNSAFE"))
        #expect(text.contains("\nHAZARD  Another cause.\n"))
    }

    @Test
    func `Notes and passed rows are shown with verbose alone`() {
        let rows = [Sample.row("a/noted", [Sample.slash(severity: .note)]), Sample.row("a/passed")]
        let brief = TextReport.render(Sample.report(rows))
        #expect(!brief.contains("NOTE"))
        #expect(!brief.contains("a/passed"))
        #expect(brief.contains("1 note besides (--verbose shows them)"))
        let verbose = TextReport.render(Sample.report(rows), options: .init(isVerbose: true))
        #expect(verbose.contains("NOTE    The origin is spelled otherwise."))
        #expect(verbose.contains("passed  list:a/passed"))
        #expect(!verbose.contains("besides"))
    }

    @Test
    func `Verbose shows every row of a cause in full`() {
        let rows = ["a", "b"].map { Sample.row("x/y@\($0)", status: .failed, [Sample.slash()]) }
        let text = TextReport.render(Sample.report(rows), options: .init(isVerbose: true))
        #expect(text.ranges(of: "section   https://").count == 2)
        #expect(!text.contains("also shown by"))
    }

    @Test
    func `Rows in error and skipped rows are grouped by their reasons and counted`() {
        let rows =
            (1...6).map { Sample.row("a/x@\($0)", status: .error, reason: "the adapter threw") }
            + [Sample.row("a/y", status: .error, reason: "no answer")]
        let text = TextReport.render(Sample.report(rows))
        #expect(text.contains("6 rows in error: the adapter threw\n"))
        #expect(text.contains("list:a/x@4 and 2 more (--verbose shows all)"))
        #expect(text.contains("1 row in error: no answer\n  list:a/y\n"))
    }

    @Test
    func `A refused policy is named with the target's words`() {
        let row = Sample.row("trap/x", policy: "trap", reason: "refused: too dangerous")
        let text = TextReport.render(Sample.report([row], refusals: [("trap", "too dangerous")]))
        #expect(text.contains("the target refuses policy trap: too dangerous\n"))
        #expect(text.contains("OK (exit 0)"))
    }

    @Test
    func `A known row is counted and not shown`() {
        var row = Sample.row("a/known", status: .failed, [Sample.slash()])
        row.known = KnownFailure(reason: "Waits for the gateway.")
        let text = TextReport.render(Sample.report([row]))
        #expect(!text.contains("BROKEN"))
        #expect(text.contains("1 row: 0 passed, 1 known, in 12 ms"))
        #expect(text.contains("OK (exit 0)"))
    }

    @Test
    func `Colours are there only where they are wanted`() {
        let report = Sample.report([Sample.row("a/b", status: .failed, [Sample.slash(severity: .unsafe)])])
        #expect(!TextReport.render(report).contains("\u{1B}"))
        let colored = TextReport.render(report, options: .init(usesColor: true))
        #expect(colored.contains("\u{1B}[1;31mUNSAFE\u{1B}[0m"))
        let plain = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(plain == TextReport.render(report))
    }

    @Test
    func `Words of a file or a target cannot drive the terminal`() {
        var row = Sample.row(
            "a/b", policy: "p\u{1B}[2J", title: "bell\u{7}", status: .failed,
            [Sample.slash(message: "x\u{202E}y\u{7}")])
        row.reason = "\u{1B}]0;owned\u{7}"
        let error = Sample.row("a/c", status: .error, reason: "line\nbreak\u{9B}")
        let report = Sample.report([row, error], refusals: [("p\u{1B}[2J", "no\u{8}")])
        let text = TextReport.render(report, options: .init(isVerbose: true))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!text.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E })
        #expect(text.contains("x\\u{202E}y\\x07"))
        #expect(text.contains("line\\x0Abreak\\x9B"))
    }

    @Test(arguments: [60, 96])
    func `Prose is no wider than asked for`(width: Int) {
        var finding = Sample.slash()
        finding.message = Array(repeating: "word", count: 60).joined(separator: " ")
        finding.cause?.title = Array(repeating: "cause", count: 40).joined(separator: " ")
        let rows = (1...12).map { Sample.row("a/b@\($0)", status: .failed, [finding]) }
        let text = TextReport.render(Sample.report(rows), options: .init(width: width))
        let long = text.split(separator: "\n").filter {
            $0.count > width && !$0.contains("curl") && !$0.contains("https://fetch")
        }
        #expect(long.isEmpty)
    }
}
