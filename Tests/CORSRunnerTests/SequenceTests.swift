import CORSRunner
import CORSVocabulary
import Testing

@Suite("Sequences")
struct SequenceTests {
    private static let steps = #"""
        "sequence": [
          {"request": {"method": "GET"}, "expect": {}},
          {"fetch": {"origin": "https://a.example"}, "expect": {"outcome": "readable"}},
          {"fetch": {"origin": "https://x.example"}, "expect": {"outcome": "blocked"}}
        ],
        "expect": {"vary": true}
        """#

    /// A server that grants one origin, with what its answers carry besides.
    private static func server(status: Int = 200, _ headers: HeaderList, withoutOrigin: HeaderList? = nil) -> Answering
    {
        Answering { request in
            var response = HTTPResponse(status: status, headers: headers)
            let origin = request.headers.first("Origin")
            if origin == nil, let withoutOrigin { response.headers = withoutOrigin }
            if origin == "https://a.example" {
                response.headers.append("Access-Control-Allow-Origin", "https://a.example")
            }
            return response
        }
    }

    @Test(
        arguments: [
            (["Vary": "Origin"], nil, nil), (["Vary": "Accept-Encoding, origin"], nil, nil), (["Vary": "*"], nil, nil),
            (["Cache-Control": "no-store"], nil, nil), ([:], nil, .hazard), (["Vary": "Cookie"], nil, .hazard),
            (["Cache-Control": "public"], nil, .broken), (["Cache-Control": "s-maxage=60"], nil, .broken),
            (["Age": "3"], nil, .broken), (["Vary": "Origin"], [:], .hazard),
        ] as [(HeaderList, HeaderList?, Severity?)])
    func `An answer that a cache may keep serves everybody, or varies`(
        headers: HeaderList, withoutOrigin: HeaderList?, severity: Severity?
    ) async throws {
        let result = try await run(Self.steps, Self.server(headers, withoutOrigin: withoutOrigin))
        #expect(result.severity == severity, "\(result.findings)")
        if severity != nil { #expect(result.findings.first?.cause?.id == "vary-missing") }
    }

    @Test(arguments: [(200, true), (404, true), (405, true), (410, true), (401, false), (403, false), (500, false)])
    func `Only what a cache keeps is played`(status: Int, isKept: Bool) async throws {
        let result = try await run(Self.steps, Self.server(status: status, [:]))
        #expect((result.severity == .hazard) == isKept)
    }

    @Test
    func `A constant grant needs no Vary`() async throws {
        let steps = Self.steps.replacing(
            #"{"fetch": {"origin": "https://x.example"}, "expect": {"outcome": "blocked"}}"#,
            with: #"{"fetch": {"origin": "https://y.example"}, "expect": {"outcome": "readable"}}"#)
        let result = try await run(
            steps, policy: #"{"allow_origins": ["*"]}"#,
            Answering { _ in
                HTTPResponse(status: 200, headers: ["Access-Control-Allow-Origin": "*"])
            })
        #expect(result.status == .passed)
    }

    @Test(arguments: [(200, RowResult.Status.passed), (403, .failed)])
    func `Statuses that must be the same are compared`(second: Int, status: RowResult.Status) async throws {
        let steps = #"""
            "sequence": [
              {"request": {"method": "GET"}, "expect": {}},
              {"request": {"method": "GET", "headers": [["Origin", "https://x.example"]]}, "expect": {}}
            ],
            "expect": {"same_status": true}
            """#
        let result = try await run(
            steps,
            Answering { request in
                HTTPResponse(status: request.headers.contains("Origin") ? second : 200)
            })
        #expect(result.status == status)
    }
}
