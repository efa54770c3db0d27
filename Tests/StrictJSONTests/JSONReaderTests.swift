import StrictJSON
import Testing

@Suite("Strict JSON reader")
struct JSONReaderTests {
    /// A text that is no JSON, and what is said of it.
    struct Wrong: Sendable, CustomTestStringConvertible {
        var text: String
        var place: String
        var words: String
        var testDescription: String { String(reflecting: String(text.prefix(30))) }
    }

    @Test(arguments: [
        Wrong(text: "", place: "1:1", words: "the file is empty"),
        Wrong(text: "  \n ", place: "2:2", words: "the file is empty"),
        Wrong(text: "{\"a\": 1,}", place: "1:8", words: "trailing commas"),
        Wrong(text: "[1,\n 2,\n]", place: "2:3", words: "trailing commas"),
        Wrong(text: "[1 2]", place: "1:4", words: "',' or ']' was expected in the list that begins at 1:1"),
        Wrong(text: "{\"a\" 1}", place: "1:6", words: "':' was expected after \"a\""),
        Wrong(text: "{a: 1}", place: "1:2", words: "a member's name in double quotes"),
        Wrong(text: "{'a': 1}", place: "1:2", words: "a member's name in double quotes"),
        Wrong(text: "['a']", place: "1:2", words: "not in single ones"),
        Wrong(text: "[1] 2", place: "1:5", words: "'2' after the end of the document"),
        Wrong(text: "// x\n[1]", place: "1:1", words: "no comments"),
        Wrong(text: "[1] // x", place: "1:5", words: "no comments"),
        Wrong(text: "[1 /* x */]", place: "1:4", words: "no comments"),
        Wrong(text: "{ // x\n}", place: "1:3", words: "no comments"),
        Wrong(text: "{\"a\" /**/: 1}", place: "1:6", words: "no comments"),
        Wrong(text: "[True]", place: "1:2", words: "unknown word True"),
        Wrong(text: "[nul]", place: "1:2", words: "unknown word nul"),
        Wrong(text: "[truex]", place: "1:2", words: "unknown word truex"),
        Wrong(text: "[01]", place: "1:2", words: "leading zeros"),
        Wrong(text: "[1.]", place: "1:4", words: "digit was expected after the decimal point"),
        Wrong(text: "[1e]", place: "1:4", words: "digit was expected in the exponent"),
        Wrong(text: "[-]", place: "1:2", words: "number was expected after"),
        Wrong(text: "[\"a\tb\"]", place: "1:4", words: "control character 0x09"),
        Wrong(text: "[\"a\n\"]", place: "1:2", words: "does not end on its line"),
        Wrong(text: "[\"abc", place: "1:2", words: "ends within a string"),
        Wrong(text: "[\"\\x\"]", place: "1:3", words: "unknown escape"),
        Wrong(text: "[\"\\u12\"]", place: "1:3", words: "four hexadecimal digits"),
        Wrong(text: "[\"\\uD800\"]", place: "1:3", words: "surrogate"),
        Wrong(text: "[\"\\uDC00\"]", place: "1:3", words: "surrogate"),
        Wrong(text: "[\"\\uD800\\u0041\"]", place: "1:3", words: "surrogate"),
        Wrong(text: "[1, é 2]", place: "1:5", words: "here is 'é'"),
        Wrong(text: "[1", place: "1:3", words: "the end of the file"),
        Wrong(text: "\u{FEFF}[]", place: "1:1", words: "byte-order mark"),
    ])
    func `What is no JSON is named with its place`(wrong: Wrong) throws {
        let diagnostics = Diagnostics(file: "x.json")
        #expect(JSONReader.read(Array(wrong.text.utf8), into: diagnostics) == nil)
        let diagnostic = try #require(diagnostics.all.first)
        #expect(diagnostics.all.count == 1)
        #expect(diagnostic.description.hasPrefix("x.json:\(wrong.place): error: "), "\(diagnostic)")
        #expect(diagnostic.message.contains(wrong.words), "\(diagnostic)")
    }

    @Test(arguments: [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]])
    func `Bytes that are no UTF-8 are named with their place`(bytes: [UInt8]) throws {
        let diagnostics = Diagnostics(file: "x.json")
        let text = Array("[\"é".utf8) + bytes + Array("\"]".utf8)
        #expect(JSONReader.read(text, into: diagnostics) == nil)
        #expect(try #require(diagnostics.all.first).description.hasPrefix("x.json:1:4: error: byte 0x"))
    }

    @Test(.timeLimit(.minutes(15)))
    func `Ten megabytes of brackets are one error`() {
        let diagnostics = Diagnostics(file: "x.json")
        #expect(JSONReader.read([UInt8](repeating: UInt8(ascii: "["), count: 10_000_000), into: diagnostics) == nil)
        #expect(diagnostics.all.map(\.message) == ["values nest deeper than 64 levels"])
    }

    @Test(arguments: [
        (String(repeating: "y", count: 10_000), "unknown word \(String(repeating: "y", count: 40))…;"),
        ("{\"\(String(repeating: "é", count: 10_000))\" 1}", "after \"\(String(repeating: "é", count: 40))…\""),
    ])
    func `A long text is quoted by its beginning`(text: String, words: String) throws {
        let diagnostics = Diagnostics(file: "x.json")
        #expect(JSONReader.read(Array(text.utf8), into: diagnostics) == nil)
        let message = try #require(diagnostics.all.first).message
        #expect(message.contains(words), "\(message.prefix(200))")
        #expect(message.count < 200)
    }

    @Test
    func `Places count lines and scalars from one`() throws {
        let text = "{\n  \"é\": [1,\r\n \"😀\", true]\n}"
        let node = try #require(JSONReader.read(Array(text.utf8), into: Diagnostics(file: "x")))
        guard case .object(let members) = node.value, case .array(let elements) = members[0].node.value else {
            Issue.record("not an object with a list")
            return
        }
        #expect(members[0].position == SourcePosition(line: 2, column: 3))
        #expect(elements[0].position == SourcePosition(line: 2, column: 9))
        #expect(elements[1].position == SourcePosition(line: 3, column: 2))
        #expect(elements[2].position == SourcePosition(line: 3, column: 7))
        #expect(elements[1].value == .string("😀"))
    }

    @Test
    func `Escapes are read`() throws {
        let text = #"["\"\\\/\b\f\n\r\t\u0041\u00e9\uD83D\uDE00"]"#
        let node = try #require(JSONReader.read(Array(text.utf8), into: Diagnostics(file: "x")))
        guard case .array(let elements) = node.value else { return }
        #expect(elements.map(\.value) == [.string("\"\\/\u{8}\u{C}\n\r\tAé😀")])
    }
}
