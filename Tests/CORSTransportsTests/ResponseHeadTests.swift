import CORSVocabulary
import Testing

@testable import CORSTransports

@Suite("Response head")
struct ResponseHeadTests {
    @Test
    func `Header lines keep their order, their duplicates, their case and every byte`() {
        let head = "HTTP/1.1 200 OK\r\nvary:Origin\r\nVary:  A \r\nX-\u{E9}: \u{E9}\u{FF}\r\nEmpty:\r\n\r\n"
        let response = ResponseHead.parse(FieldValue(head).bytes)
        #expect(response?.status == 200)
        #expect(response?.headers.fields.map { Latin1.text($0.name.bytes) } == ["vary", "Vary", "X-\u{E9}", "Empty"])
        #expect(response?.headers.fields.map(\.value.text) == ["Origin", " A ", "\u{E9}\u{FF}", ""])
    }

    @Test
    func `A line that begins with a space goes on with the value before it`() {
        let response = ResponseHead.parse("HTTP/1.1 200 OK\nA: 1\n  2\n\t3\nB: 4\n\n".utf8)
        #expect(response?.headers.fields.map(\.value.text) == ["1 2 3", "4"])
    }

    @Test(arguments: [
        ("HTTP/2 204 \r\n\r\n", 204), ("HTTP/1.1 999\r\n\r\n", 999), ("HTTP/1.0 200 Very OK\r\n\r\n", 200),
    ])
    func `A status line has a version and three digits`(head: String, status: Int) {
        #expect(ResponseHead.parse(head.utf8)?.status == status)
    }

    @Test(arguments: ["HTTP/1.1 20 OK\r\n\r\n", "HTTP/1.1 2000\r\n\r\n", "HTTP/1.1\r\n\r\n", "200 OK\r\n\r\n", ""])
    func `What has no status line is no head`(head: String) {
        #expect(ResponseHead.parse(head.utf8) == nil)
    }
}
