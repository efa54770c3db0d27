import CORSVocabulary
import FetchModel
import Testing

@Suite("Answers along a fetch")
struct AnswerTests {
    private static let grant: HeaderList = ["Access-Control-Allow-Origin": "*"]

    private func redirect(to url: String, status: Int = 302) -> HTTPResponse {
        var response = HTTPResponse(status: status, headers: Self.grant)
        response.headers.append("Location", FieldValue(url))
        return response
    }

    private func judge(_ first: HTTPResponse, _ redirects: [Hop]) throws -> Judgement {
        let request = FetchRequest(origin: Origin("https://a.example"), url: "https://b.example/0")
        return try Browser.judge(
            Exchange(request: request, preflightResponse: nil, response: first, redirects: redirects))
    }

    @Test(arguments: [(19, nil), (20, nil), (21, "too-many-redirects")])
    func `Twenty redirects are followed, the next is not`(count: Int, reason: String?) throws {
        let hops = (1...count).map { index in
            let isLast = index == count
            let response =
                isLast
                ? HTTPResponse(status: 200, headers: Self.grant)
                : redirect(to: "https://b.example/\(index + 1)")
            return Hop(url: "https://b.example/\(index)", preflightResponse: nil, response: response)
        }
        #expect(try judge(redirect(to: "https://b.example/1"), hops).verdict.reason == reason)
    }

    @Test
    func `An answer is that of the address that a redirect leads to`() throws {
        let there = Hop(
            url: "https://b.example/there", preflightResponse: nil,
            response: HTTPResponse(status: 200, headers: Self.grant))
        #expect(try judge(redirect(to: "there#f"), [there]).verdict.isReadable)
        #expect(throws: ExchangeError.hopMissing(redirects: 1, url: "https://c.example/")) {
            _ = try judge(redirect(to: "https://c.example/"), [there])
        }
        #expect(throws: ExchangeError.responseMissing(redirects: 1)) {
            let silent = Hop(url: there.url, preflightResponse: nil, response: nil)
            _ = try judge(redirect(to: "there"), [silent])
        }
    }

    @Test
    func `No answer is due from a port that browsers do not open`() throws {
        #expect(try judge(redirect(to: "https://b.example:1/"), []).verdict.reason == "bad-port")
    }

    @Test
    func `A NUL in a header of the answer ends the fetch`() throws {
        let response = HTTPResponse(
            status: 200, headers: ["Access-Control-Allow-Origin": "*", "X-A": FieldValue([0x61, 0x00])])
        #expect(try judge(response, []).verdict.reason == "header-invalid")
    }
}
