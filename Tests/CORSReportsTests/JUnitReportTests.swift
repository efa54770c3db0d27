import CORSReports
import CORSRunner
import CORSVocabulary
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("JUnit report")
struct JUnitReportTests {
    /// The elements of a document, as an independent parser reads them.
    private func elements(_ report: RunReport) throws -> XMLDocument {
        try XMLDocument(data: Data(JUnitReport.render(report).utf8))
    }

    @Test
    func `Each policy is a suite and each row a case`() throws {
        let rows = [
            Sample.row("origin/granted@a"), Sample.row("origin/granted@b", status: .failed, [Sample.slash()]),
            Sample.row("origin/granted@a", policy: "many", status: .skipped, reason: "no such route"),
            Sample.row("origin/x", policy: "many", status: .error, reason: "the adapter threw: <x>"),
            Sample.row("origin/y", policy: "many", status: .hazard, [Sample.slash(severity: .hazard)]),
        ]
        let root = try #require(try elements(Sample.report(rows)).rootElement())
        let suites = root.elements(forName: "testsuite")
        #expect(suites.map { $0.attribute(forName: "name")?.stringValue } == ["list", "many"])
        #expect(suites.map { $0.attribute(forName: "tests")?.stringValue } == ["2", "3"])
        #expect(root.attribute(forName: "failures")?.stringValue == "1")
        #expect(root.attribute(forName: "errors")?.stringValue == "1")
        #expect(root.attribute(forName: "skipped")?.stringValue == "1")
        let cases = suites.flatMap { $0.elements(forName: "testcase") }
        #expect(
            cases.map { $0.attribute(forName: "classname")?.stringValue } == ["list", "list", "many", "many", "many"])
        #expect(cases.map { $0.attribute(forName: "name")?.stringValue } == rows.map(\.id))
        #expect(cases.map { $0.children?.first?.name } == [nil, "failure", "skipped", "error", "system-out"])
        let failure = try #require(cases[1].elements(forName: "failure").first)
        #expect(failure.attribute(forName: "type")?.stringValue == "broken")
        #expect(failure.stringValue?.contains("https://fetch.spec.whatwg.org/#concept-cors-check") == true)
        let error = try #require(cases[3].elements(forName: "error").first)
        #expect(error.attribute(forName: "message")?.stringValue == "the adapter threw: <x>")
    }

    @Test
    func `A row that a baseline lists passes`() throws {
        var row = Sample.row("origin/granted", status: .failed, [Sample.slash()])
        row.known = KnownFailure(reason: "Waits for the gateway.")
        let root = try #require(try elements(Sample.report([row])).rootElement())
        #expect(root.attribute(forName: "failures")?.stringValue == "0")
        #expect(try root.nodes(forXPath: "//system-out").count == 1)
    }

    @Test(arguments: ["<&>\"'", "a\nb\tc\r", "\u{0}\u{B}\u{1F}", "]]>", "\u{FFFE}", "é😀"])
    func `Any text is well-formed XML`(text: String) throws {
        let row = Sample.row("a/b", status: .failed, [Sample.slash(message: text)])
        let failure = try #require(try elements(Sample.report([row])).nodes(forXPath: "//failure").first as? XMLElement)
        let message = try #require(failure.attribute(forName: "message")?.stringValue)
        let kept = text.unicodeScalars.filter { $0.value >= 0x20 || "\n\t\r".unicodeScalars.contains($0) }
            .filter { $0.value < 0xFFFE || $0.value > 0xFFFF }
        #expect(message.replacing("\u{FFFD}", with: "") == String(String.UnicodeScalarView(kept)))
    }
}
