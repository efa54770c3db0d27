import StrictJSON
import Testing

@Suite("JSON writer layout")
struct JSONWriterLayoutTests {
    /// A document with one member whose line has so many characters.
    private static func line(_ count: Int, of character: Character) -> String {
        let list = JSONOutput.array([.string(String(repeating: character, count: count - 11))])
        return JSONWriter.document(.object([("a", list)]))
    }

    @Test(arguments: ["x", "é", "語", "𝄞"] as [Character])
    func `A line and a comma have a hundred characters at most, however many bytes they are`(character: Character) {
        #expect(Self.line(99, of: character).split(separator: "\n").map(\.count) == [1, 99, 1])
        #expect(Self.line(100, of: character).split(separator: "\n").count == 5)
    }

    @Test
    func `Empty arrays and objects stand on one line, long ones over several`() {
        let long = JSONOutput.array((0..<40).map { .integer($0 + 100) })
        let text = JSONWriter.document(.object([("a", .array([])), ("b", .object([])), ("c", long)]))
        #expect(text.hasPrefix("{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    100,\n    101,\n"))
        #expect(text.hasSuffix("    139\n  ]\n}\n"))
        #expect(JSONWriter.document(.array([])) == "[]\n")
    }

    @Test
    func `What was tried on one line and given up leaves nothing behind`() {
        let inner = JSONOutput.object([("k", .string(String(repeating: "y", count: 95)))])
        #expect(
            JSONWriter.document(.array([.array([inner, .null])])) == """
                [
                  [
                    {
                      "k": "\(String(repeating: "y", count: 95))"
                    },
                    null
                  ]
                ]

                """)
    }

    @Test
    func `Control characters are escaped, all else is written as it is`() {
        #expect(JSONWriter.line(.string("\"\\\n\r\t\u{0}\u{1F}\u{7F}é")) == #""\"\\\n\r\t\u0000\u001f"# + "\u{7F}é\"")
    }
}
