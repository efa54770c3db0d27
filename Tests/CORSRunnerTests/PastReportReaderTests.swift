import CORSRunner
import StrictJSON
import Testing

@Suite("Reading an earlier report")
struct PastReportReaderTests {
    private func read(_ text: String) -> (report: PastReport?, messages: [String]) {
        let diagnostics = Diagnostics(file: "r.json")
        let report = PastReportReader.read(Array(text.utf8), into: diagnostics)
        return (report, diagnostics.all.map(\.description))
    }

    @Test
    func `Failed rows and those in error are read, known ones left out, hazards apart`() throws {
        let rows = [
            ("passed", false), ("failed", false), ("failed", true), ("error", false), ("hazard", false),
            ("skipped", false),
        ]
        let results = rows.enumerated().map { index, row in
            #"{"id": "a/\#(index)", "policy": "p", "status": "\#(row.0)", "known": \#(row.1), "later": []}"#
        }
        let read = read(#"{"corspec": "9.9", "format": 1, "results": [\#(results.joined(separator: ","))]}"#)
        let report = try #require(read.report, "\(read.messages)")
        #expect(report.rows(isStrict: false).map(\.id) == ["a/1", "a/3"])
        #expect(report.rows(isStrict: true).map(\.id) == ["a/1", "a/3", "a/4"])
    }

    @Test(arguments: [
        ("{}", "r.json:1:1: error: this is no report of corspec's"), ("[]", "this is no report of corspec's"),
        (
            #"{"corspec": "1", "format": 2, "results": []}"#,
            "r.json:1:28: error: the report's format is 2; this corspec reads"
        ),
        (#"{"corspec": "1", "format": 1, "results": {}}"#, "\"results\" must be a list"),
        (
            #"{"corspec": "1", "format": 1, "results": [{"id": "a"}]}"#,
            "a result has no \"id\", \"policy\" or \"status\""
        ),
        ("PK", "unknown word PK"),
    ])
    func `What is no report is told`(text: String, words: String) {
        let read = read(text)
        #expect(read.report == nil)
        #expect(read.messages.contains { $0.contains(words) })
    }
}
