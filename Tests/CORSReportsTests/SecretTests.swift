import CORSReports
import CORSRunner
import CORSVocabulary
import Testing

@Suite("Secrets")
struct SecretTests {
    /// A report whose answer, expectation and finding hold a cookie.
    static var report: RunReport {
        let finding = Finding(
            kind: .header("Set-Cookie"), severity: .broken, message: "A cookie is set.",
            expected: "Set-Cookie: session=expected-secret", actual: "set-cookie: session=secret; set-cookie: b=secret",
            section: .corsProtocolAndCredentials, exchange: 0, field: "Set-Cookie")
        var row = Sample.row("a/b", status: .failed, [finding])
        row.exchanges = [Sample.exchange(["set-cookie": "session=secret", "Vary": "Origin"])]
        return Sample.report([row])
    }

    @Test
    func `The text report hides cookies that are set`() {
        let text = TextReport.render(Self.report, options: .init(isVerbose: true))
        #expect(!text.contains("secret"))
        #expect(text.contains("< set-cookie: ***\n"))
        #expect(text.contains("actual    set-cookie: ***\n"))
        #expect(text.contains("expected  Set-Cookie: ***\n"))
    }

    @Test
    func `The JSON report hides cookies that are set`() {
        let text = JSONReport.render(Self.report, version: "1")
        #expect(!text.contains("secret"))
        #expect(text.contains("[\"set-cookie\", \"***\"]"))
    }

    /// A line of the user's, and what a server may repeat of it.
    struct Given: Sendable {
        let name: FieldName
        let value: String
        let repeated: String
        let shown: String
    }

    @Test(arguments: [
        Given(
            name: "Authorization", value: "Bearer abcdef", repeated: "Bearer realm=abcdef", shown: "Bearer realm=***"),
        Given(name: "Cookie", value: "session=abcdef; b=ghijkl", repeated: "session ghijkl", shown: "session ***"),
        Given(name: "X-Key", value: "abcdef", repeated: "not abcdef", shown: "not ***"),
    ])
    func `What is secret of a line is hidden wherever a server repeats it, and no more`(given: Given) {
        var row = Sample.row("a/b", status: .passed, [])
        row.exchanges = [Sample.exchange(["WWW-Authenticate": FieldValue(given.repeated)])]
        let secrets = Secrets([HeaderField(given.name, FieldValue(given.value))])
        let hidden = secrets.hiding(Sample.report([row]))
        #expect(hidden.rows[0].exchanges[0].response?.headers.first("WWW-Authenticate")?.text == given.shown)
    }

    @Test
    func `A row's explanation hides cookies that are set`() {
        let text = RowExplanation.text(Self.report.rows[0], target: Sample.target)
        #expect(!text.contains("secret"))
    }
}
