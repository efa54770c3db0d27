import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import Testing

@Suite("Redirects of actual requests")
struct RedirectTests {
    private static let policy = #"{"allow_origins": ["https://a.example"], "allow_methods": ["GET", "PUT"]}"#

    /// A fetch that must be readable.
    private static func fetch(_ method: String = "GET") -> String {
        #""fetch": {"origin": "https://a.example", "method": "\#(method)"}, "expect": {"outcome": "readable"}"#
    }

    private static func granted(_ status: Int, _ more: [HeaderField] = []) -> HTTPResponse {
        HTTPResponse(
            status: status,
            headers: HeaderList(
                [
                    HeaderField("Access-Control-Allow-Origin", "https://a.example"),
                    HeaderField("Access-Control-Allow-Methods", "PUT"),
                ] + more))
    }

    /// Redirects the open route, grants everything else.
    private static func redirecting(
        _ status: Int, to location: FieldValue, isGranted: Bool = true
    ) -> Answering {
        Answering { request in
            guard request.path == "/open", request.method != .options else { return granted(200) }
            let line = HeaderField("Location", location)
            return isGranted ? granted(status, [line]) : HTTPResponse(status: status, headers: HeaderList([line]))
        }
    }

    private func asked(_ row: RowResult) -> [String] {
        row.exchanges.map { "\($0.request.method.text) \($0.request.path)" }
    }

    @Test(
        arguments: [
            ("/next?a=1", "/next?a=1"), ("next", "/next"), ("https://api.corspec.example/next#top", "/next"),
            ("//api.corspec.example/next", "/next"), ("next page?q=\u{E9}", "/next%20page?q=%E9"),
        ] as [(FieldValue, String)])
    func `A redirect within the server is followed, and the last answer judged`(
        location: FieldValue, path: String
    ) async throws {
        let row = try await run(Self.fetch(), policy: Self.policy, Self.redirecting(302, to: location))
        #expect(row.status == .passed, "\(row.findings)")
        #expect(asked(row) == ["GET /open", "GET \(path)"])
    }

    @Test
    func `A redirect is judged itself: without a grant no browser follows it`() async throws {
        let row = try await run(
            Self.fetch(), policy: Self.policy, Self.redirecting(302, to: "/login", isGranted: false))
        #expect(row.findings.map(\.severity) == [.broken])
        #expect(row.findings.first?.cause?.id == "redirect-outside-cors")
        #expect(asked(row) == ["GET /open"])
    }

    @Test
    func `What a redirect leads to must grant as well`() async throws {
        let adapter = Answering { request in
            request.path == "/open"
                ? Self.granted(302, [HeaderField("Location", "/next")]) : HTTPResponse(status: 200)
        }
        let row = try await run(Self.fetch(), policy: Self.policy, adapter)
        #expect(row.findings.map(\.severity) == [.broken])
        #expect(row.findings.first?.exchange == 1)
    }

    @Test
    func `A fetch that needs a preflight needs one at each address`() async throws {
        let row = try await run(Self.fetch("PUT"), policy: Self.policy, Self.redirecting(307, to: "/next"))
        #expect(row.status == .passed, "\(row.findings)")
        #expect(asked(row) == ["OPTIONS /open", "PUT /open", "OPTIONS /next", "PUT /next"])
    }

    @Test
    func `After 303 a PUT goes on as GET, without a preflight`() async throws {
        let row = try await run(Self.fetch("PUT"), policy: Self.policy, Self.redirecting(303, to: "/next"))
        #expect(row.status == .passed, "\(row.findings)")
        #expect(asked(row) == ["OPTIONS /open", "PUT /open", "GET /next"])
    }

    @Test
    func `Another host is never contacted, and that it would be is a hazard`() async throws {
        let row = try await run(
            Self.fetch(), policy: Self.policy, Self.redirecting(302, to: "https://login.example/?next=1"))
        #expect(row.status == .hazard)
        #expect(row.findings.first?.message.contains("https://login.example/?next=1") == true)
        #expect(row.findings.first?.cause?.id == "redirects-elsewhere")
        #expect(asked(row) == ["GET /open"])
    }

    @Test(
        arguments: [
            ("/open", 21, "more than 20 redirects"), ("http://[", 1, "is no address"),
            ("https://user@api.corspec.example/", 1, "username or a password"),
            ("data:text/plain,1", 1, "neither http nor https"),
        ] as [(FieldValue, Int, String)])
    func `A redirect that no browser follows breaks the grant`(
        location: FieldValue, count: Int, says: String
    ) async throws {
        let row = try await run(Self.fetch(), policy: Self.policy, Self.redirecting(302, to: location))
        #expect(row.findings.map(\.severity) == [.broken])
        #expect(row.findings.first?.message.contains(says) == true, "\(row.findings)")
        #expect(row.exchanges.count == count)
    }

    @Test
    func `A refused origin that is redirected without a grant is refused`() async throws {
        let row = try await run(
            #""fetch": {"origin": "https://b.example"}, "expect": {"outcome": "blocked"}"#, policy: Self.policy,
            Self.redirecting(302, to: "/login", isGranted: false))
        #expect(row.status == .passed)
    }
}
