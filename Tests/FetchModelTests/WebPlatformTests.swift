import CORSVocabulary
import FetchModel
import Foundation
import Testing

@Suite("Matrices of the web platform tests")
struct WebPlatformTests {
    private static let page = Origin("http://web-platform.test:8000")
    private static let url = "http://www1.web-platform.test:8000/x"

    @Test(arguments: try Matrix.load().allowOrigin)
    func `Access-Control-Allow-Origin`(row: Matrix.Lines) throws {
        let headers = HeaderList(row.lines.map { HeaderField("Access-Control-Allow-Origin", FieldValue($0)) })
        #expect(try verdict(headers: headers).isReadable == row.readable)
    }

    @Test(arguments: try Matrix.load().allowCredentials)
    func `Access-Control-Allow-Credentials is true and nothing else`(value: String) throws {
        let headers: HeaderList = [
            "Access-Control-Allow-Origin": Self.page.fieldValue, "Access-Control-Allow-Credentials": FieldValue(value),
        ]
        let verdict = try verdict(credentials: .include, headers: headers)
        #expect(verdict.failure?.reason == .allowCredentialsNotTrue)
    }

    @Test(arguments: try Matrix.load().exposeHeaders)
    func `Access-Control-Expose-Headers`(row: Matrix.Lines) throws {
        var headers: HeaderList = ["Access-Control-Allow-Origin": "*", "BB-8": "hey", "Content-Language": "mkay"]
        for line in row.lines { headers.append("Access-Control-Expose-Headers", FieldValue(line)) }
        let exposed = try verdict(headers: headers).exposed
        #expect(exposed.contains("BB-8") == row.visible)
        #expect(exposed.contains("Content-Language"))
    }

    @Test(arguments: try Matrix.load().contentType)
    func `Content-Type decides whether a preflight is due`(row: Matrix.Value) {
        #expect(isPreflighted("Content-Type", row.value, method: .post) == row.preflight)
    }

    @Test(arguments: try Matrix.load().range)
    func `Range decides whether a preflight is due`(row: Matrix.Value) {
        #expect(isPreflighted("Range", row.value, method: .get) == row.preflight)
    }

    @Test(arguments: try Matrix.load().notSafelisted)
    func `Values that are not safelisted are preflighted`(row: Matrix.Named) throws {
        #expect(isPreflighted(try #require(FieldName(row.name)), row.value, method: .get))
    }

    @Test(arguments: try Matrix.load().preflightStar)
    func `A wildcard on preflights`(row: Matrix.Star) throws {
        let credentials = try #require(CredentialsMode(rawValue: row.credentials))
        let request = FetchRequest(
            origin: Self.page, url: Self.url, method: try #require(Method(row.method)),
            headers: HeaderList(row.header.flatMap { FieldName($0) }.map { [HeaderField($0, "1")] } ?? []),
            credentials: credentials)
        var answer = HTTPResponse(
            status: 200,
            headers: [
                "Access-Control-Allow-Methods": FieldValue(row.allowMethods),
                "Access-Control-Allow-Headers": FieldValue(row.allowHeaders),
            ])
        answer.headers.append("Access-Control-Allow-Origin", Self.page.fieldValue)
        answer.headers.append("Access-Control-Allow-Credentials", "true")
        let verdict = try Browser.judge(request, preflightResponse: answer, response: answer)
        #expect(verdict.isReadable == row.readable)
    }

    @Test(arguments: try Matrix.load().redirectOrigin)
    func `The origin that a redirect leaves`(row: Matrix.Redirect) throws {
        var first = HTTPResponse(status: 302, headers: ["Location": FieldValue(row.second)])
        if let grant = row.firstGrant { first.headers.append("Access-Control-Allow-Origin", FieldValue(grant)) }
        var second = HTTPResponse(status: 200, headers: [:])
        if let grant = row.secondGrant { second.headers.append("Access-Control-Allow-Origin", FieldValue(grant)) }
        let exchange = Exchange(
            request: FetchRequest(origin: Self.page, url: row.first), preflightResponse: nil, response: first,
            redirects: [Hop(url: row.second, preflightResponse: nil, response: second)])
        #expect(try Browser.judge(exchange).verdict.isReadable == (row.origin != nil))
        // What passes with `*` passes with the very origin that is sent, and with no other.
        guard let origin = row.origin else { return }
        for candidate in [Self.page.text, "null"] {
            var echoing = exchange
            echoing.redirects[0].response?.headers = ["Access-Control-Allow-Origin": FieldValue(candidate)]
            #expect(try Browser.judge(echoing).verdict.isReadable == (candidate == origin))
        }
    }

    private func verdict(credentials: CredentialsMode = .omit, headers: HeaderList) throws -> Verdict {
        let request = FetchRequest(origin: Self.page, url: Self.url, credentials: credentials)
        return try Browser.judge(
            request, preflightResponse: nil, response: HTTPResponse(status: 200, headers: headers))
    }

    private func isPreflighted(_ name: FieldName, _ value: String, method: CORSVocabulary.Method) -> Bool {
        let headers = HeaderList([HeaderField(name, FieldValue(value))])
        let request = FetchRequest(origin: Self.page, url: Self.url, method: method, headers: headers)
        return Browser.preflightRequest(for: request) != nil
    }
}
