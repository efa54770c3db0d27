import Foundation
import Testing

@Suite("Bad input of corspec judge")
struct JudgeInputTests {
    /// A line, and what its answer must say.
    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var line: String
        var id: String?
        var words: [String]
        var testDescription: String { name }
    }

    private static func exchange(
        _ request: String = #""origin":"https://a.example","url":"https://b.example/""#,
        response: String = #"{"status":200,"headers":[]}"#, more: String = ""
    ) -> String { #"{"id":"x","request":{\#(request)},"response":\#(response)\#(more)}"# }

    static let rows = [
        Row(name: "no JSON", line: "nonsense", words: ["line 1, column 1", "unknown word nonsense"]),
        Row(name: "half a line", line: #"{"id":"x","#, words: ["the end of the line"]),
        Row(name: "no object", line: "[1]", words: ["must be an object, not a list"]),
        Row(name: "no request", line: #"{"id":"x"}"#, id: "x", words: ["\"request\"", "required"]),
        Row(name: "a member twice", line: #"{"id":"x","id":"y"}"#, id: "x", words: ["duplicate member \"id\""]),
        Row(name: "an id of another type", line: #"{"id":[]}"#, words: ["\"id\" must be a string or a number"]),
        Row(name: "no origin", line: exchange(#""url":"https://b.example/""#), id: "x", words: ["\"origin\""]),
        Row(
            name: "an origin with a path",
            line: exchange(#""origin":"https://a.example/","url":"https://b.example/""#), id: "x",
            words: ["https://a.example/", "no browser sends", "https://app.example"]),
        Row(
            name: "a relative address", line: exchange(#""origin":"null","url":"/x""#), id: "x",
            words: ["\"url\" is \"/x\"", "absolute"]),
        Row(
            name: "a method that is no token",
            line: exchange(#""origin":"null","url":"https://b.example/","method":"A B""#), id: "x",
            words: ["\"method\" is \"A B\"", "letters"]),
        Row(
            name: "a credentials mode that is none",
            line: exchange(#""origin":"null","url":"https://b.example/","credentials":"inlcude""#), id: "x",
            words: ["omit, same-origin, include", "did you mean \"include\""]),
        Row(
            name: "headers that are no pairs",
            line: exchange(#""origin":"null","url":"https://b.example/","headers":{"A":"1"}"#), id: "x",
            words: ["\"headers\" must be a list"]),
        Row(
            name: "a header name with a space",
            line: exchange(#""origin":"null","url":"https://b.example/","headers":[["X A","1"]]"#), id: "x",
            words: ["\"X A\" is no header name"]),
        Row(
            name: "a character that is no byte",
            line: exchange(response: #"{"status":200,"headers":[["A","\#u{2603}"]]}"#), id: "x",
            words: ["value of A", "above U+00FF"]),
        Row(
            name: "a line break in a header", line: exchange(response: #"{"status":200,"headers":[["A","1\n2"]]}"#),
            id: "x", words: ["value of A", "line break"]),
        Row(
            name: "a status of 99", line: exchange(response: #"{"status":99,"headers":[]}"#), id: "x",
            words: ["\"status\" is 99", "100 to 999"]),
        Row(
            name: "a status of 1000", line: exchange(response: #"{"status":1000,"headers":[]}"#), id: "x",
            words: ["100 to 999"]),
        Row(
            name: "a status that is text", line: exchange(response: #"{"status":"200","headers":[]}"#), id: "x",
            words: ["\"status\" must be a whole number, not a string"]),
        Row(name: "no answer", line: exchange(response: "null"), id: "x", words: ["\"response\" is null"]),
        Row(
            name: "no answer to the preflight",
            line: exchange(#""origin":"null","url":"https://b.example/","method":"PUT""#), id: "x",
            words: ["preflight is due", "\"preflight_response\" is null"]),
        Row(
            name: "a redirect to nowhere",
            line: exchange(
                response: #"""
                    {"status":302,"headers":[["Access-Control-Allow-Origin","*"],["Location","https://c.example/y"]]}
                    """#),
            id: "x", words: ["redirect 1", "https://c.example/y"]),
        Row(
            name: "a body of no kind",
            line: exchange(#""origin":"null","url":"https://b.example/","method":"POST","body":{"kind":"json"}"#),
            id: "x", words: ["\"kind\" is \"json\"", "arraybuffer"]),
    ]

    @Test(arguments: rows)
    func `A bad line is answered with what is wrong, and the next is judged`(row: Row) throws {
        let process = try JudgeProcess.run(row.line + "\n\n  \r\n" + Self.exchange() + "\r\n")
        #expect(process.code == 2)
        #expect(process.errors == "corspec: 1 of 4 lines could not be judged; their answers say why\n")
        let answers = try JudgeAnswer.read(process.output)
        #expect(answers.count == 2)
        #expect(answers.first?.id == row.id.map { .string($0) })
        for word in row.words { #expect(answers.first?.error?.contains(word) == true, "\(answers[0].error ?? "")") }
        #expect(answers.last?.outcome == "blocked")
    }

    @Test
    func `A byte above 0x7F is a character, and unknown members are passed over`() throws {
        let line = #"""
            {"id":"x","category":"c","note":"n","chromium":{},"request":{"origin":"https://a.example","mode":"cors",
            "url":"https://b.example/"},"response":{"status":100,"time":1,"headers":
            [["Access-Control-Allow-Origin","*"],["X","\u00e9\u00ff"]]}}
            """#.split(separator: "\n").joined()
        let process = try JudgeProcess.run(line)
        #expect(process.code == 0)
        #expect(try JudgeAnswer.read(process.output).first?.outcome == "readable")
    }

    @Test
    func `Nothing in, nothing out`() throws {
        let process = try JudgeProcess.run("\n\n")
        #expect(process.code == 0)
        #expect(process.output.isEmpty)
    }

    @Test(.timeLimit(.minutes(15)))
    func `A line of 50 MB is turned away without being held`() throws {
        let judge = try JudgeProcess()
        try judge.write(Self.exchange() + "\n{\"id\":\"y\",\"note\":\"")
        let piece = String(repeating: "a", count: 1 << 20)
        for _ in 0..<50 { try judge.write(piece) }
        try judge.write("\"}\n" + Self.exchange() + "\n")
        #expect(try judge.readLine().contains("\"outcome\""))
        let error = "line 2 is longer than 4 MiB, and no more than that is read of one line"
        #expect(try judge.readLine() == #"{"id": null, "error": "\#(error)"}"#)
        #expect(try judge.readLine().contains("\"outcome\""))
        if let peak = judge.peakMemory { #expect(peak < 50 * 1024, "\(peak) KiB") }
        #expect(try judge.end() == 2)
    }

    @Test(.timeLimit(.minutes(15)))
    func `A line of just under 4 MiB is judged`() throws {
        let note = String(repeating: "a", count: 4 * 1024 * 1024 - 200)
        let process = try JudgeProcess.run(Self.exchange(more: #","note":"\#(note)""#))
        #expect(process.code == 0)
    }

    @Test(.timeLimit(.minutes(15)))
    func `Memory does not grow with the number of lines`() throws {
        let judge = try JudgeProcess()
        func judgeMany() throws {
            for _ in 0..<20 {
                try judge.write(String(repeating: Self.exchange() + "\n", count: 100))
                for _ in 0..<100 { _ = try judge.readLine() }
            }
        }
        try judgeMany()
        let before = judge.peakMemory
        for _ in 0..<3 { try judgeMany() }
        if let before, let after = judge.peakMemory { #expect(after - before < 1024, "\(before) KiB, then \(after)") }
        #expect(try judge.end() == 0)
    }

    @Test
    func `Arguments are not taken`() throws {
        let process = try CorspecProcess.run(["judge", "file.jsonl"])
        #expect(process.code == 2)
        #expect(process.errors.contains("reads standard input"))
    }
}
