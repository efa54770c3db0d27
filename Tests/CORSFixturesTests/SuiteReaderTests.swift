import CORSFixtures
import StrictJSON
import Testing

@Suite("Fixture reader")
struct SuiteReaderTests {
    /// A fixture file that is wrong, and what is said of it.
    struct Wrong: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var place: String
        var words: String
        var testDescription: String { name }

        /// A file whose one case is given.
        init(_ name: String, case text: String, at place: String, _ words: String) {
            self.init(
                name,
                file:
                    "{\"corspec\": 1, \"title\": \"t\", \"why\": \"w\", \"sections\": [\"concept-cors-check\"], \"cases\": [\n"
                    + text + "\n]}", at: place, words)
        }

        init(_ name: String, file text: String, at place: String, _ words: String) {
            self.name = name
            self.text = text
            self.place = place
            self.words = words
        }
    }

    private static let step = #""request": {"method": "GET"}, "expect": {}"#
    private static let fetch =
        #""title": "It must", "fetch": {"origin": "{granted}"}, "expect": {"outcome": "readable"}"#

    @Test(arguments: [
        Wrong("no version", file: "{\"title\": \"t\"}", at: "1:1", "has no \"corspec\""),
        Wrong("another version", file: "{\"corspec\": 2, \"cases\": []}", at: "1:13", "reads format 1"),
        Wrong(
            "no cases", file: "{\"corspec\": 1, \"title\": \"t\", \"why\": \"w\", \"sections\": []}", at: "1:1",
            "has no \"cases\""),
        Wrong("trailing comma", file: "{\"corspec\": 1,}", at: "1:14", "trailing commas"),
        Wrong(
            "unknown section", file: "{\"corspec\": 1, \"sections\": [\"cors-check\"]}", at: "1:29", "unknown section"),
        Wrong("unknown member", case: "{\"id\": \"a/b\", \"fetsh\": {}}", at: "2:15", "did you mean \"fetch\"?"),
        Wrong(
            "no title", case: #"{"id": "a/b", "fetch": {"origin": "x"}, "expect": {"outcome": "blocked"}}"#, at: "2:1",
            "has no \"title\""),
        Wrong("bad id", case: "{\"id\": \"Origin\", \(fetch)}", at: "2:8", "is no id"),
        Wrong("row id in a template", case: "{\"id\": \"a/b@c\", \(fetch)}", at: "2:8", "is no id"),
        Wrong(
            "two kinds", case: #"{"id": "a/b", "title": "t", "fetch": {}, "request": {}, "expect": {}}"#, at: "2:1",
            "exactly one of"),
        Wrong(
            "no expectation", case: #"{"id": "a/b", "title": "t", "fetch": {"origin": "x"}}"#, at: "2:1",
            "has no \"expect\""),
        Wrong(
            "empty expectation", case: #"{"id": "a/b", "title": "t", "fetch": {"origin": "x"}, "expect": {}}"#,
            at: "2:65", "asks nothing"),
        Wrong(
            "unknown placeholder",
            case: #"{"id": "a/b", "title": "t", "fetch": {"origin": "{grantd}"}, "expect": {"outcome": "blocked"}}"#,
            at: "2:49", "did you mean \"granted\"?"),
        Wrong(
            "unknown need", case: "{\"id\": \"a/b\", \"needs\": [\"regx\"], \(fetch)}", at: "2:25",
            "did you mean \"regex\"?"),
        Wrong(
            "unknown outcome",
            case: #"{"id": "a/b", "title": "t", "fetch": {"origin": "x"}, "expect": {"outcome": "readible"}}"#,
            at: "2:77", "did you mean \"readable\"?"),
        Wrong(
            "unknown rule",
            case: #"{"id": "a/b", "title": "t", "fetch": {"origin": "x"}, "expect": {"rules": ["maxage"]}}"#,
            at: "2:76", "did you mean \"max-age\"?"),
        Wrong(
            "reason without blocked",
            case:
                #"{"id": "a/b", "title": "t", "fetch": {"origin": "x"}, "expect": {"outcome": "readable", "reason": ["preflight-status"]}}"#,
            at: "2:99", "goes with"),
        Wrong(
            "outcome without origin",
            case: #"{"id": "a/b", "title": "t", "request": {"method": "GET"}, "expect": {"outcome": "readable"}}"#,
            at: "2:69", "no outcome"),
        Wrong(
            "a status that is none",
            case: #"{"id": "a/b", "title": "t", "fetch": {"origin": "x"}, "expect": {"status": 99}}"#, at: "2:76",
            "100 to 999"),
        Wrong(
            "a header that is no pair",
            case:
                #"{"id": "a/b", "title": "t", "fetch": {"origin": "x", "headers": [["X"]]}, "expect": {"outcome": "blocked"}}"#,
            at: "2:66", "list of two strings"),
        Wrong(
            "a header with a line break",
            case:
                #"{"id": "a/b", "title": "t", "fetch": {"origin": "x", "headers": [["X", "a\nb"]]}, "expect": {"outcome": "blocked"}}"#,
            at: "2:72", "CR, LF or NUL"),
        Wrong(
            "a value beyond Latin-1",
            case:
                #"{"id": "a/b", "title": "t", "fetch": {"origin": "x", "headers": [["X", "€"]]}, "expect": {"outcome": "blocked"}}"#,
            at: "2:72", "one character a byte"),
        Wrong(
            "two checks in a rule",
            case:
                #"{"id": "a/b", "title": "t", "fetch": {"origin": "x"}, "expect": {"headers": [{"name": "X", "absent": true, "present": true}]}}"#,
            at: "2:78", "exactly one of"),
        Wrong(
            "a pattern that is none",
            case:
                #"{"id": "a/b", "title": "t", "fetch": {"origin": "x"}, "expect": {"headers": [{"name": "X", "matches": "("}]}}"#,
            at: "2:103", "is no pattern"),
        Wrong(
            "a sequence of one", case: #"{"id": "a/b", "title": "t", "sequence": [], "expect": {}}"#, at: "2:41",
            "at least two steps"),
        Wrong(
            "a sequence of one step that is not repeated",
            case: "{\"id\": \"a/b\", \"title\": \"t\", \"sequence\": [{\(step)}], \"expect\": {}}", at: "2:41",
            "or one and \"repeat\""),
        Wrong(
            "too many rounds",
            case: "{\"id\": \"a/b\", \"title\": \"t\", \"repeat\": 65, \"sequence\": [{\(step)}], \"expect\": {}}",
            at: "2:39", "from 2 to 64, not 65"),
        Wrong(
            "a fetch that is repeated", case: "{\"id\": \"a/b\", \"repeat\": 2, \(fetch)}", at: "2:25",
            "beside \"sequence\" alone"),
        Wrong(
            "a fetch at once", case: "{\"id\": \"a/b\", \"parallel\": true, \(fetch)}", at: "2:27",
            "beside \"sequence\" alone"),
        Wrong(
            "a placeholder beside a policy",
            file:
                #"{"corspec": 1, "title": "t", "why": "w", "sections": ["concept-cors-check"], "policy": {}, "cases": [{"id": "a/b", "title": "t", "fetch": {"origin": "{granted}"}, "expect": {"outcome": "blocked"}}]}"#,
            at: "1:150", "literal values only"),
        Wrong(
            "a policy that is wrong",
            file:
                #"{"corspec": 1, "title": "t", "why": "w", "sections": ["concept-cors-check"], "policy": {"allow_origins": ["https://a/"]}, "cases": []}"#,
            at: "1:107", "can never match"),
    ])
    func `What is wrong is named with its place`(wrong: Wrong) {
        let read = SuiteReader.read([(name: "f.json", bytes: Array(wrong.text.utf8))])
        #expect(read.suite == nil)
        let hit = read.diagnostics.contains {
            $0.description.hasPrefix("f.json:\(wrong.place): error: ") && $0.message.contains(wrong.words)
        }
        #expect(hit, "\(read.diagnostics)")
    }

    @Test
    func `An id that is used twice is named with the first, across files and aliases`() {
        let file = Wrong("", case: "{\"id\": \"a/b\", \"aliases\": [\"a/c\"], \(Self.fetch)}", at: "", "").text
        let other = Wrong("", case: "{\"id\": \"a/c\", \(Self.fetch)}", at: "", "").text
        let read = SuiteReader.read([("one.json", Array(file.utf8)), ("two.json", Array(other.utf8))])
        #expect(read.suite == nil)
        #expect(
            read.diagnostics.map(\.description)
                == ["two.json:2:8: error: duplicate id \"a/c\"; it is first used at one.json:2:27"])
    }

    @Test
    func `What is wrong is told in the order of the places`() {
        let text = "{\"corspec\": 1, \"title\": 5,\n \"whyy\": \"w\", \"sections\": [\"x\"],\n \"cases\": {}}"
        let read = SuiteReader.read([("f.json", Array(text.utf8))])
        let places = read.diagnostics.map { [$0.position?.line ?? 0, $0.position?.column ?? 0] }
        #expect(places == [[1, 1], [1, 25], [2, 2], [2, 28], [3, 11]], "\(read.diagnostics)")
    }

    @Test
    func `The bundled suite and policies are right`() throws {
        let read = BundledFixtures.suite()
        #expect(read.diagnostics.isEmpty)
        #expect(try #require(read.suite).cases.count >= 70)
        #expect(BundledFixtures.policies().diagnostics.isEmpty)
    }
}
