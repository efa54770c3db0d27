import CORSReports
import CORSRunner
import CORSVocabulary
import Testing

@Suite("Row explanation")
struct RowExplanationTests {
    @Test
    func `A row says its cause and fix itself`() {
        let text = RowExplanation.text(Sample.row("a/b", status: .failed, [Sample.slash()]), target: Sample.target)
        #expect(text.hasPrefix("BROKEN\nlist:a/b\nA granted origin must be able to read\n\n  > GET /open\n"))
        #expect(text.contains("\ncause     The origin is spelled otherwise.\nfix       Echo the Origin field.\n"))
        #expect(text.hasSuffix("curl -i -H 'Origin: https://app.example' \"$URL\"/open"))
    }

    @Test
    func `A row in error says why`() {
        let row = Sample.row("a/b", status: .error, reason: "the adapter threw")
        #expect(RowExplanation.text(row, target: Sample.target) == "list:a/b error: the adapter threw")
    }

    @Test
    func `A row with nothing wrong says nothing`() {
        #expect(RowExplanation.text(Sample.row("a/b"), target: Sample.target).isEmpty)
    }

    /// A value, and the line of carets that marks what is at fault in it.
    struct Mark: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var value: FieldValue
        var line: String
        var carets: String
    }

    @Test(arguments: [
        Mark(testDescription: "a control character", value: "a\u{1}b", line: "a\\x01b", carets: "^^^^^^"),
        Mark(testDescription: "spaces at the ends", value: " * ", line: "\\x20*\\x20", carets: "^^^^^^^^^"),
        Mark(testDescription: "a space inside", value: "a b", line: "a b", carets: "^^^"),
        Mark(testDescription: "a byte beyond ASCII", value: FieldValue([0x61, 0xE9]), line: "a\\xE9", carets: "^^^^^"),
        Mark(testDescription: "a backslash", value: "\\x41", line: "\\\\x41", carets: "^^^^^"),
        Mark(testDescription: "nothing", value: "", line: "", carets: "^"),
    ])
    func `What cannot be seen is written as an escape, and marked whole`(mark: Mark) {
        var row = Sample.row("a/b", status: .failed, [Sample.slash()])
        row.exchanges = [Sample.exchange([.accessControlAllowOrigin: mark.value])]
        let text = RowExplanation.text(row, target: Sample.target)
        let name = "  < Access-Control-Allow-Origin: "
        let margin = String(repeating: " ", count: name.count)
        #expect(text.contains("\n\(name)\(mark.line)\n\(margin)\(mark.carets)\n"))
    }

    @Test
    func `A header that is not there is said to be missing`() {
        var row = Sample.row("a/b", status: .failed, [Sample.slash()])
        row.exchanges = [Sample.exchange(["Vary": "Origin"])]
        let text = RowExplanation.text(row, target: Sample.target)
        #expect(text.contains("\n  < there is no Access-Control-Allow-Origin line\n"))
    }

    @Test
    func `A status at fault is marked`() {
        let finding = Finding(
            severity: .broken, message: "The status is 401.", expected: "2xx", actual: "401",
            section: .corsPreflightFetch,
            exchange: 0)
        var row = Sample.row("a/b", status: .failed, [finding])
        row.exchanges = [Sample.exchange([:], status: 401, method: .options)]
        let text = RowExplanation.text(row, target: Sample.target)
        #expect(text.contains("\n  < 401\n    ^^^\n"))
    }

    @Test
    func `Both of two lines are marked`() {
        var row = Sample.row("a/b", status: .failed, [Sample.slash()])
        row.exchanges = [Sample.exchange([.accessControlAllowOrigin: "*", "Access-Control-Allow-Origin": "*"])]
        let text = RowExplanation.text(row, target: Sample.target)
        #expect(text.ranges(of: " ^\n").count == 2)
    }

    @Test
    func `A long value is cut, and what is left out counted`() {
        var row = Sample.row("a/b", status: .failed, [Sample.slash()])
        row.exchanges = [
            Sample.exchange([.accessControlAllowOrigin: FieldValue([UInt8](repeating: 0x61, count: 5000))])
        ]
        let text = RowExplanation.text(row, target: Sample.target)
        #expect(text.contains("… (4700 more bytes)"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count < 400 })
    }

    @Test
    func `A request is shown without Host; what browsers add to each is counted`() {
        var row = Sample.row("a/b", status: .failed, [Sample.slash()])
        row.exchanges = [Sample.exchange([:], sent: [HeaderField("X-Api-Key", "1"), HeaderField("Accept", "a/b")])]
        let text = RowExplanation.text(row, target: Sample.target)
        #expect(text.contains("  > X-Api-Key: 1\n  > Accept: a/b\n"))
        #expect(!text.contains("> Host") && !text.contains("as browsers add them"))
        row.exchanges = [
            Sample.exchange([:], sent: [HeaderField("Accept", "*/*"), HeaderField("User-Agent", "corspec/1")])
        ]
        let counted = RowExplanation.text(row, target: Sample.target)
        #expect(counted.contains("  > (2 more header lines, as browsers add them)\n"))
        #expect(!counted.contains("> Accept"))
    }
}
