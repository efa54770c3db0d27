import CORSRunner
import CORSVocabulary
import Testing

@Suite("Assessment")
struct AssessmentTests {
    /// An answer to one case, and what must be found.
    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var policy = #"{"allow_origins": ["https://a.example"], "allow_credentials": false}"#
        var text: String
        var status = 200
        var headers: HeaderList
        var severity: Severity?
        var testDescription: String { name }
    }

    private static let readable = #""fetch": {"origin": "https://a.example"}, "expect": {"outcome": "readable"}"#
    private static let refused = #""fetch": {"origin": "https://x.example"}, "expect": {"outcome": "blocked"}"#
    private static let credentialed =
        #""fetch": {"origin": "https://a.example", "credentials": "include"}, "expect": {"outcome": "readable"}"#
    private static let withCredentials = #"{"allow_origins": ["https://a.example"], "allow_credentials": true}"#
    private static let exposing = #"{"allow_origins": ["https://a.example"], "expose_headers": ["X-A"]}"#

    @Test(arguments: [
        Row(name: "a grant", text: readable, headers: ["Access-Control-Allow-Origin": "https://a.example"]),
        Row(name: "no grant", text: readable, headers: [:], severity: .broken),
        Row(
            name: "no grant on an error",
            text: #""fetch": {"origin": "https://a.example", "route": "failing"}, "expect": {"outcome": "readable"}"#,
            status: 500, headers: [:], severity: .hazard),
        Row(name: "a refusal", text: refused, headers: [:]),
        Row(name: "another's grant", text: refused, headers: ["Access-Control-Allow-Origin": "https://a.example"]),
        Row(
            name: "a stranger's grant", text: refused, headers: ["Access-Control-Allow-Origin": "https://x.example"],
            severity: .unsafe),
        Row(
            name: "a wildcard for a list", text: refused, headers: ["Access-Control-Allow-Origin": "*"],
            severity: .unsafe),
        Row(
            name: "null for nobody", text: refused, headers: ["Access-Control-Allow-Origin": "null"], severity: .unsafe),
        Row(
            name: "a third party's grant", text: refused, headers: ["Access-Control-Allow-Origin": "https://y.example"],
            severity: .unsafe),
        Row(
            name: "a refusal for another reason",
            text: refused.replacing("\"blocked\"", with: "\"blocked\", \"reason\": [\"allow-origin-missing\"]"),
            headers: ["Access-Control-Allow-Origin": "https://a.example"], severity: .broken),
        Row(
            name: "a refusal for the reason named",
            text: refused.replacing("\"blocked\"", with: "\"blocked\", \"reason\": [\"allow-origin-missing\"]"),
            headers: [:]),
        Row(
            name: "an origin that no browser sends",
            text: refused.replacing("https://x.example", with: "https://X.example"),
            headers: ["Access-Control-Allow-Origin": "https://X.example"], severity: .note),
        Row(
            name: "credentials that are not meant", text: readable,
            headers: ["Access-Control-Allow-Origin": "https://a.example", "Access-Control-Allow-Credentials": "true"],
            severity: .unsafe),
        Row(
            name: "credentials beside a wildcard", policy: #"{"allow_origins": ["*"]}"#, text: readable,
            headers: ["Access-Control-Allow-Origin": "*", "Access-Control-Allow-Credentials": "true"], severity: .hazard
        ),
        Row(
            name: "credentials", policy: withCredentials, text: credentialed,
            headers: ["Access-Control-Allow-Origin": "https://a.example", "Access-Control-Allow-Credentials": "true"]),
        Row(
            name: "credentials misspelt", policy: withCredentials, text: credentialed,
            headers: ["Access-Control-Allow-Origin": "https://a.example", "Access-Control-Allow-Credentials": "True"],
            severity: .broken),
        Row(
            name: "a wildcard for credentials", policy: withCredentials, text: credentialed,
            headers: ["Access-Control-Allow-Origin": "*", "Access-Control-Allow-Credentials": "true"], severity: .broken
        ),
        Row(
            name: "an exposed header", policy: exposing,
            text: readable.replacing("\"readable\"", with: "\"readable\", \"exposes\": [\"X-A\"]"),
            headers: ["Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "x-a", "X-A": "1"]),
        Row(
            name: "a hidden header", policy: exposing,
            text: readable.replacing("\"readable\"", with: "\"readable\", \"exposes\": [\"X-A\"]"),
            headers: ["Access-Control-Allow-Origin": "https://a.example", "X-A": "1"], severity: .broken),
        Row(
            name: "a header exposed beyond the policy", policy: exposing,
            text: readable.replacing("\"readable\"", with: "\"readable\", \"rules\": [\"exposure\"]"),
            headers: [
                "Access-Control-Allow-Origin": "https://a.example", "Access-Control-Expose-Headers": "X-A, X-B",
                "X-B": "1",
            ],
            severity: .unsafe),
        Row(
            name: "a misspelt field",
            text: readable.replacing("\"readable\"", with: "\"readable\", \"rules\": [\"known-fields\"]"),
            headers: ["Access-Control-Allow-Origin": "https://a.example", "Access-Control-Allow-Header": "x"],
            severity: .hazard),
        Row(
            name: "a field in another spelling",
            text: readable.replacing("\"readable\"", with: "\"readable\", \"rules\": [\"known-fields\"]"),
            headers: ["Access-Control-Allow-Origin": "https://a.example", "Access_Control_Max_Age": "1"],
            severity: .hazard),
        Row(
            name: "fields of the server's own",
            text: readable.replacing("\"readable\"", with: "\"readable\", \"rules\": [\"known-fields\"]"),
            headers: [
                "Access-Control-Allow-Origin": "https://a.example", "Access-Control-Policy-Revision": "7",
                "Access-Control-Allow-Frames": "x", "Access-Control-Debug": "1", "Allow": "GET", "Cors-Policy": "list",
            ]),
        Row(
            name: "a cookie that is not sent",
            text: readable.replacing("\"readable\"", with: "\"readable\", \"rules\": [\"cookie-attributes\"]"),
            headers: ["Access-Control-Allow-Origin": "https://a.example", "Set-Cookie": "a=1; SameSite=Lax"],
            severity: .hazard),
        Row(
            name: "a cookie that is sent",
            text: readable.replacing("\"readable\"", with: "\"readable\", \"rules\": [\"cookie-attributes\"]"),
            headers: ["Access-Control-Allow-Origin": "https://a.example", "Set-Cookie": "a=1; Secure; samesite=none"]),
        Row(
            name: "another status",
            text: #""fetch": {"origin": "https://a.example"}, "expect": {"status": ["2xx", 304]}"#, status: 404,
            headers: [:], severity: .broken),
        Row(
            name: "a right status",
            text: #""fetch": {"origin": "https://a.example"}, "expect": {"status": {"not": "5xx"}}"#, status: 404,
            headers: [:]),
        Row(
            name: "a header rule",
            text:
                #""fetch": {"origin": "https://a.example"}, "expect": {"headers": [{"name": "X", "lacks": "b", "severity": "note"}]}"#,
            headers: ["X": "a, B"], severity: .note),
        Row(
            name: "a matching header",
            text:
                #""fetch": {"origin": "https://a.example"}, "expect": {"headers": [{"name": "X", "matches": "[a-c]+"}]}"#,
            headers: ["X": " abc "]),
        Row(
            name: "a header over two lines",
            text: #""fetch": {"origin": "https://a.example"}, "expect": {"headers": [{"name": "X", "exactly": "a"}]}"#,
            headers: ["X": "a", "X": "b"], severity: .broken),
    ])
    func `An answer has the severity that policy and verdict give it`(row: Row) async throws {
        let response = HTTPResponse(status: row.status, headers: row.headers)
        let result = try await run(row.text, policy: row.policy, Answering { _ in response })
        #expect(result.severity == row.severity, "\(result.findings)")
    }

    /// The max-age of a preflight's answer, and what must be found.
    @Test(
        arguments: [
            (600, "600", nil), (600, "300", nil), (600, "601", .hazard), (600, "600s", .hazard), (600, "-1", .hazard),
            (600, "6.5", .hazard), (600, "", .hazard), (600, nil, .hazard), (5, nil, nil), (0, nil, nil), (0, "0", nil),
            (0, "-1", nil), (0, "1", .hazard), (nil, nil, nil), (nil, "99999999999999999999", nil), (nil, "x", .hazard),
        ] as [(Int?, String?, Severity?)])
    func `The max-age is digits, and not above the policy's`(stated: Int?, sent: String?, severity: Severity?)
        async throws
    {
        let maxAge = stated.map { ", \"max_age\": \($0)" } ?? ""
        let policy = "{\"allow_origins\": [\"https://a.example\"], \"allow_methods\": [\"PUT\"]\(maxAge)}"
        let text = #""fetch": {"origin": "https://a.example", "method": "PUT"}, "expect": {"rules": ["max-age"]}"#
        let result = try await run(
            text, policy: policy,
            Answering { _ in
                var response = HTTPResponse(
                    status: 200,
                    headers: [
                        "Access-Control-Allow-Origin": "https://a.example", "Access-Control-Allow-Methods": "PUT",
                    ])
                if let sent { response.headers.append("Access-Control-Max-Age", FieldValue(sent)) }
                return response
            })
        #expect(result.severity == severity)
    }

    @Test
    func `A refused fetch is judged by its preflight alone`() async throws {
        let text = #""fetch": {"origin": "https://a.example", "method": "DELETE"}, "expect": {"outcome": "blocked"}"#
        let result = try await run(
            text,
            Answering { _ in
                HTTPResponse(
                    status: 200,
                    headers: [
                        "Access-Control-Allow-Origin": "https://a.example", "Access-Control-Allow-Methods": "DELETE",
                    ])
            })
        #expect(result.severity == .unsafe)
        #expect(result.exchanges.map(\.request.method) == [.options])
    }

    @Test
    func `A finding tells what a browser's console shows`() async throws {
        let result = try await run(Self.readable, Answering { _ in HTTPResponse(status: 200) })
        let finding = try #require(result.findings.first)
        #expect(
            finding.console
                == "Access to fetch at 'https://api.corspec.example/open' from origin 'https://a.example' has been blocked "
                + "by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.")
        #expect(finding.cause?.id == "no-cors-layer")
        #expect(finding.section.anchor == "concept-cors-check")
    }
}
