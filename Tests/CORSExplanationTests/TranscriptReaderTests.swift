import CORSExplanation
import CORSVocabulary
import FetchModel
import StrictJSON
import Testing

@Suite("Transcripts of curl")
struct TranscriptReaderTests {
    /// A transcript and what must be read of it, an exchange a text: method, address, status, headers.
    struct Sample: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var exchanges: [String]
    }

    private static func summary(_ exchange: ReadExchange) -> String {
        let asked = exchange.request.map { "\($0.method.text) \($0.url ?? "?") " } ?? ""
        let headers = exchange.response.headers.fields.map { "\($0.name.text)=\($0.value.text)" }
        return (exchange.followsRedirect ? "-> " : "") + asked
            + "\(exchange.response.status) \(headers.joined(separator: ","))"
    }

    @Test(arguments: samples)
    func `What was printed is read`(sample: Sample) throws {
        let read = try TranscriptReader.read(Array(sample.text.utf8), file: "t.txt")
        #expect(read.map(Self.summary) == sample.exchanges)
    }

    @Test(arguments: samples)
    func `Line breaks of either kind are read alike`(sample: Sample) throws {
        let text = sample.text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
        guard !sample.text.contains("Content-Length: 41"), !sample.text.utf8.contains(0x0D) else { return }
        let read = try TranscriptReader.read(Array(text.utf8), file: "t.txt")
        #expect(read.map(Self.summary) == sample.exchanges)
    }

    static let samples: [Sample] = [
        Sample(testDescription: "-i", text: "HTTP/1.1 200 OK\nA: 1\nB:2\n\nbody\n", exchanges: ["200 A=1,B=2"]),
        Sample(testDescription: "HTTP/1.0", text: "HTTP/1.0 200 OK\nA: 1\n", exchanges: ["200 A=1"]),
        Sample(testDescription: "HTTP/2", text: "HTTP/2 204 \na: 1\n\n", exchanges: ["204 a=1"]),
        Sample(testDescription: "HTTP/3", text: "HTTP/3 404 \na: 1\n\n", exchanges: ["404 a=1"]),
        Sample(
            testDescription: "interim heads",
            text: "HTTP/1.1 100 Continue\n\nHTTP/1.1 103 Early Hints\nLink: </a>\n\nHTTP/1.1 200 OK\nA: 1\n\n",
            exchanges: ["200 A=1"]),
        Sample(
            testDescription: "a proxy's head",
            text: "HTTP/1.1 200 Connection established\n\nHTTP/1.1 403 Forbidden\nA: 1\n\n", exchanges: ["403 A=1"]),
        Sample(
            testDescription: "a folded line", text: "HTTP/1.1 200 OK\nA: 1\n  2\nA: 3\n\n", exchanges: ["200 A=1 2,A=3"]
        ),
        Sample(
            testDescription: "redirects followed",
            text: "$ curl -iL http://a.example/x\nHTTP/1.1 301 Moved\nLocation: /y\nContent-Length: 3\n\n"
                + "HTTP/1.1 200 OK\nA: 1\n\nbody",
            exchanges: ["GET http://a.example/x 301 Location=/y,Content-Length=3", "-> GET ? 200 A=1"]),
        Sample(
            testDescription: "a body that holds a head",
            text: "HTTP/1.1 200 OK\r\nContent-Length: 41\r\n\r\nhello <b>\n> no\nHTTP/1.1 200 OK\nfoo: bar\n\n",
            exchanges: ["200 Content-Length=41"]),
        Sample(
            testDescription: "a body of unknown length that holds a head",
            text: "HTTP/1.1 200 OK\r\nA: 1\r\n\r\nhello\nHTTP/1.1 201 Created\nfoo: bar\n\n", exchanges: ["200 A=1"]),
        Sample(
            testDescription: "a body that holds what -v prints",
            text: "HTTP/1.1 200 OK\nA: 1\n\n> GET / HTTP/1.1\n< HTTP/1.1 201 Created\n<\n", exchanges: ["200 A=1"]),
        Sample(
            testDescription: "a body without a line break before the next head",
            text: "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}HTTP/1.1 201 Created\nA: 1\n\n",
            exchanges: ["200 Content-Length=2", "201 A=1"]),
        Sample(
            testDescription: "a progress meter before",
            text: "  % Total    % Received\n  0     0    0\nHTTP/1.1 200 OK\nA: 1\n\n", exchanges: ["200 A=1"]),
        Sample(
            testDescription: "two commands",
            text: "me@host:~$ curl -i -X OPTIONS \\\n  -H 'Origin: https://a.example' https://b.example\nHTTP/2 204\n\n"
                + "me@host:~$ curl -si -XPUT --data '{\"a\": 1}' \"https://b.example/x\" | head\nHTTP/2 200\na: 1\n",
            exchanges: ["OPTIONS https://b.example/ 204 ", "PUT https://b.example/x 200 a=1"]),
        Sample(
            testDescription: "prompts of Windows",
            text: "C:\\Users\\me>curl -i http://b.example/x\nHTTP/1.1 200 OK\n\n"
                + "PS C:\\> curl.exe -I http://b.example/y\nHTTP/1.1 204 OK\n\n",
            exchanges: ["GET http://b.example/x 200 ", "HEAD http://b.example/y 204 "]),
        Sample(
            testDescription: "methods that options imply",
            text: "$ curl -I b.example\nHTTP/1.1 200\n\n$ curl -i -d a=b http://b.example/x\nHTTP/1.1 200\n\n"
                + "$ curl -i -G -d a=b http://b.example/x\nHTTP/1.1 200\n\n$ curl -i -T f http://b.example/x\nHTTP/1.1 200",
            exchanges: [
                "HEAD http://b.example/ 200 ", "POST http://b.example/x 200 ", "GET http://b.example/x 200 ",
                "PUT http://b.example/x 200 ",
            ]),
        Sample(
            testDescription: "-v",
            text: """
                *   Trying 127.0.0.1:80...
                * Connected to b.example (127.0.0.1) port 80 (#0)
                > GET /x HTTP/1.1
                > Host: b.example
                > Origin: https://a.example
                >\u{20}
                < HTTP/1.1 200 OK
                < A: 1
                <\u{20}
                { [41 bytes data]
                < HTTP/1.1 201 Created
                < no
                * Connection #0 to host b.example left intact
                """, exchanges: ["GET http://b.example/x 200 A=1"]),
        Sample(
            testDescription: "-v, spaces at the ends lost, TLS",
            text: """
                * Connected to b.example (::1) port 8443 (#0)
                * ALPN: server accepted h2
                > GET /x HTTP/2
                > Host: b.example:8443
                >
                < HTTP/2 200
                < a: 1
                <
                hello
                """, exchanges: ["GET https://b.example:8443/x 200 a=1"]),
        Sample(
            testDescription: "-v -D -",
            text: """
                > GET /x HTTP/1.1
                > Host: b.example
                >
                < HTTP/1.1 200 OK
                HTTP/1.1 200 OK
                < A: 1
                A: 1

                <
                { [2 bytes data]
                """, exchanges: ["GET http://b.example/x 200 A=1"]),
        Sample(
            testDescription: "-v through a proxy, and a redirect",
            text: """
                > CONNECT b.example:443 HTTP/1.1
                > Host: b.example:443
                >
                < HTTP/1.1 200 OK
                <
                * SSL connection using TLSv1.3
                > GET /x HTTP/1.1
                > Host: b.example
                >
                < HTTP/1.1 302 Found
                < Location: /y
                <
                * Issue another request to this URL: 'https://b.example/y'
                > GET /y HTTP/1.1
                > Host: b.example
                >
                < HTTP/1.1 100 Continue
                <
                < HTTP/1.1 200 OK
                < A: 1
                <
                """, exchanges: ["GET https://b.example/x 302 Location=/y", "-> GET https://b.example/y 200 A=1"]),
        Sample(
            testDescription: "-v, responses alone", text: "< HTTP/1.1 200 OK\n< A: 1\n<\n", exchanges: ["200 A=1"]),
    ]
}
