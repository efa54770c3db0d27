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

/// The matrices, as they lie beside the tests.
struct Matrix: Decodable, Sendable {
    struct Lines: Decodable, Sendable, CustomTestStringConvertible {
        var lines: [String]
        var readable: Bool?
        var visible: Bool?
        var testDescription: String { "\(lines)" }
    }

    struct Value: Decodable, Sendable, CustomTestStringConvertible {
        var value: String
        var preflight: Bool
        var testDescription: String { String(reflecting: String(value.prefix(40))) }
    }

    struct Named: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var value: String
        var testDescription: String { "\(name): \(String(reflecting: String(value.prefix(40))))" }
    }

    struct Star: Decodable, Sendable, CustomTestStringConvertible {
        var credentials: String
        var allowMethods: String
        var allowHeaders: String
        var method: String
        var header: String?
        var readable: Bool
        var testDescription: String {
            "\(credentials) \(method) \(header ?? "") under \(allowMethods) and \(allowHeaders)"
        }
    }

    var allowOrigin: [Lines]
    var allowCredentials: [String]
    var exposeHeaders: [Lines]
    var contentType: [Value]
    var range: [Value]
    var notSafelisted: [Named]
    var preflightStar: [Star]

    enum CodingKeys: String, CodingKey {
        case allowOrigin = "allow-origin"
        case allowCredentials = "allow-credentials"
        case exposeHeaders = "expose-headers"
        case contentType = "content-type"
        case range
        case notSafelisted = "not-safelisted"
        case preflightStar = "preflight-star"
    }

    static func load() throws -> Matrix { try Tables.decoder.decode(Matrix.self, from: Tables.data("wpt.json")) }
}
