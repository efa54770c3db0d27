import CORSExplanation
import CORSVocabulary
import FetchModel
import StrictJSON
import Testing

@Suite("Transcripts that cannot be read")
struct BadTranscriptTests {
    @Test(arguments: [
        ("", "t.txt: error: a status line of curl -i or curl -v, such as HTTP/1.1 200 OK, was expected, but "),
        ("\n\n{\"a\": 1}\n", "t.txt:3:1: error: a status line of curl -i or curl -v, such as HTTP/1.1 200 OK, was "),
        ("$ curl https://a.example\nhello\n", "t.txt:1:1: error: "),
        ("x\ncurl: (6) Could not resolve host: a.example\n", "t.txt:2:1: error: "),
        ("HTTP/1.1 200 OK\nVary: Origin\nno header\n\n", "t.txt:3:1: error: a header line, such as Vary: "),
        ("< HTTP/1.1 200 OK\n< no header\n<\n", "t.txt:2:3: error: a header line of the response, such as < Vary: "),
        ("HTTP/1.1 OK\n", "t.txt:1:1: error: "), ("HTTP/1.1 2000 OK\n", "t.txt:1:1: error: "),
    ])
    func `What was expected is said, with the place and the text`(text: String, error: String) throws {
        let thrown = #expect(throws: Diagnostic.self) { try TranscriptReader.read(Array(text.utf8), file: "t.txt") }
        #expect(thrown?.description.hasPrefix(error) == true, "\(thrown?.description ?? "")")
    }

    @Test(arguments: ["Authorization: Bearer secret", "curl -u me:secret https://a.example", "Set-Cookie: a=secret"])
    func `No secret is quoted`(line: String) throws {
        let thrown = #expect(throws: Diagnostic.self) { try TranscriptReader.read(Array(line.utf8), file: "t.txt") }
        #expect(thrown?.description.contains("secret") == false)
    }

    @Test
    func `Bytes of any kind are read or refused, and never crash`() {
        var state: UInt64 = 1
        let pieces = [
            "HTTP/1.1 200 OK", "\n", "\r\n", "> GET / HTTP/1.1", "< ", "> ", ":", "A: 1", "curl -H 'x", "\u{0}", " ",
        ]
        for _ in 0..<2000 {
            var text: [UInt8] = []
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += Array(pieces[Int(state >> 33) % pieces.count].utf8)
                if state >> 60 == 0 { text.append(0xFF) }
            }
            guard let read = try? TranscriptReader.read(text, file: "t.txt") else { continue }
            let page = PageOptions(origin: Origin("https://a.example"))
            _ = (try? TranscriptFetch.observed(read, page: page)).map(FetchExplainer.explain)
        }
    }

    @Test
    func `Without an origin nothing can be judged`() throws {
        let error = #expect(throws: FetchError.self) { try Explained("HTTP/1.1 200 OK\nA: 1\n\n") }
        #expect(error?.message.contains("give --origin") == true)
    }
}
