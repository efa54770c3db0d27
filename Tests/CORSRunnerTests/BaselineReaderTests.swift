import CORSRunner
import CORSVocabulary
import StrictJSON
import Testing

@Suite("Baseline reader")
struct BaselineReaderTests {
    /// A baseline that is wrong, and what is said of it.
    struct Wrong: Sendable, CustomTestStringConvertible {
        var entry: String
        var place: String
        var words: String
        var testDescription: String { words }
    }

    /// Reads a baseline of one entry that stands on the second line.
    private func read(_ entries: String) -> (baseline: Baseline?, messages: [String]) {
        let diagnostics = Diagnostics(file: "b.json")
        let text = "{\"corspec_baseline\": 1, \"entries\": [\n\(entries)\n]}"
        let baseline = BaselineReader.read(Array(text.utf8), into: diagnostics)
        return (baseline, diagnostics.all.map(\.description))
    }

    @Test
    func `Every member is read, with the entry's place`() throws {
        let read = read(
            """
            {"id": "a/b@c", "policy": "p", "severity": "unsafe", "reason": "r", "issue": "i",
             "expires": "2027-01-31", "accept_risk": true, "comment": "c"},
            {"id": "a/d", "policy": "p", "severity": "hazard"}
            """)
        let baseline = try #require(read.baseline, "\(read.messages)")
        let first = try #require(baseline.entries.first)
        #expect(first.id == "a/b@c" && first.policy == "p" && first.severity == .unsafe)
        #expect(first.reason == "r" && first.issue == "i" && first.comment == "c" && first.acceptsRisk == true)
        #expect(first.expires == CalendarDate("2027-01-31"))
        #expect(baseline.entries.map { $0.place?.text } == ["lines 2 to 3", "line 4"])
        #expect(baseline.unexplained.map(\.id) == ["a/d"])
    }

    @Test(arguments: [
        Wrong(
            entry: #"{"id": "a", "policy": "p", "severity": "brokn"}"#, place: "2:40",
            words: #""brokn" in "severity" is not accepted; accepted: unsafe, broken, hazard; did you mean "broken"?"#),
        Wrong(
            entry: #"{"id": "a", "policy": "p", "severity": "note"}"#, place: "2:40",
            words: "a note fails no run, so there is nothing to list"),
        Wrong(
            entry: #"{"id": "a", "policy": "p", "severity": "broken", "expires": "2027-02-30"}"#, place: "2:61",
            words: #""2027-02-30" in "expires" is no date; write it as YYYY-MM-DD"#),
        Wrong(
            entry: #"{"id": "a", "policy": "p", "severity": "broken", "raeson": "x"}"#, place: "2:50",
            words: #"unknown member "raeson" in the entry"#),
        Wrong(
            entry: #"{"policy": "p", "severity": "broken"}"#, place: "2:1",
            words: #"the entry has no "id", which is required"#),
        Wrong(
            entry: #"{"id": "list:a/b", "policy": "list", "severity": "broken"}"#, place: "2:8",
            words: #"write "policy": "list" and "id": "a/b""#),
        Wrong(
            entry: #"{"id": "a/*", "policy": "list", "severity": "broken"}"#, place: "2:8",
            words: "an entry names one row"),
        Wrong(
            entry: #"{"id": "", "policy": "list", "severity": "broken"}"#, place: "2:8", words: #""id" is empty"#),
        Wrong(entry: "7", place: "2:1", words: "the entry must be an object, not a number"),
    ])
    func `An error is told with its place and what is accepted`(wrong: Wrong) throws {
        let read = read(wrong.entry)
        #expect(read.baseline == nil)
        #expect(read.messages.count == 1)
        let message = try #require(read.messages.first)
        #expect(message.hasPrefix("b.json:\(wrong.place): error: "))
        #expect(message.contains(wrong.words))
    }

    @Test
    func `All errors are told at once, a row that stands twice among them`() {
        let entry = #"{"id": "a", "policy": "p", "severity": "broken"}"#
        let read = read("\(entry),\n\(entry),\n{}")
        #expect(read.messages.count == 4)
        #expect(read.messages.contains("b.json:3:1: error: \"p:a\" stands twice; the first is at 2:1"))
    }

    @Test
    func `A risk counts where it is accepted, and is an error where it is not`() throws {
        let entry = #"{"id": "a", "policy": "p", "severity": "unsafe", "accept_risk": false}"#
        let baseline = try #require(read(entry).baseline)
        let diagnostics = Diagnostics(file: "b.json")
        BaselineReader.checkRisks(of: baseline, into: diagnostics)
        #expect(diagnostics.all.map(\.description).first?.hasPrefix("b.json:2:1: error: \"p:a\" is unsafe: ") == true)
    }

    @Test(arguments: [
        ("{}", "has no \"corspec_baseline\""), ("[]", "the baseline must be an object, not a list"),
        (#"{"corspec_baseline": 2, "entries": []}"#, "is 2; this corspec reads format 1"),
        (#"{"corspec_baseline": 1}"#, "has no \"entries\""), ("", "the baseline is empty"),
    ])
    func `What is no baseline is told`(text: String, words: String) {
        let diagnostics = Diagnostics(file: "b.json")
        #expect(BaselineReader.read(Array(text.utf8), into: diagnostics) == nil)
        #expect(diagnostics.all.contains { $0.message.contains(words) })
    }
}
