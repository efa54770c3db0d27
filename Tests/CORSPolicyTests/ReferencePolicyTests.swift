import CORSPolicy
import CORSVocabulary
import Testing

@Suite("The reference")
struct ReferencePolicyTests {
    private let policy = Policy(
        allowOrigins: ["https://app.example.com", "https://b.example"], allowMethods: ["GET", "PUT"],
        allowHeaders: ["X-Api-Key", "Content-Type"], allowCredentials: true, exposeHeaders: ["X-Total-Count"],
        maxAge: 600)

    private func answer(_ policy: Policy, _ request: HTTPRequest) async throws -> HTTPResponse {
        try await ReferencePolicy().makeApplication(for: policy).respond(to: request)
    }

    private func lines(_ response: HTTPResponse) -> [String] {
        response.headers.fields.map { "\($0.name.text): \($0.value.text)" }
    }

    @Test
    func `A granted preflight lists what is granted`() async throws {
        let request = HTTPRequest(
            method: .options, path: "/open",
            headers: [
                "Origin": "https://b.example", "Access-Control-Request-Method": "PUT",
                "Access-Control-Request-Headers": "content-type,x-api-key",
            ])
        let response = try await answer(policy, request)
        #expect(response.status == 204)
        #expect(
            lines(response) == [
                "Access-Control-Allow-Origin: https://b.example", "Access-Control-Allow-Credentials: true",
                "Access-Control-Allow-Methods: GET, PUT", "Access-Control-Allow-Headers: X-Api-Key, Content-Type",
                "Access-Control-Max-Age: 600",
                "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
            ])
    }

    @Test(arguments: [
        ("https://evil.example", "PUT", "x-api-key"), ("https://b.example", "DELETE", "x-api-key"),
        ("https://b.example", "PUT", "x-api-key,x-other"), ("https://b.example", "put", "x-api-key"),
    ])
    func `A refused preflight grants nothing`(origin: String, method: String, headers: String) async throws {
        let request = HTTPRequest(
            method: .options, path: "/open",
            headers: [
                "Origin": FieldValue(origin), "Access-Control-Request-Method": FieldValue(method),
                "Access-Control-Request-Headers": FieldValue(headers),
            ])
        let response = try await answer(policy, request)
        #expect(response.status == 403)
        #expect(!response.headers.contains("Access-Control-Allow-Origin"))
    }

    @Test
    func `An actual answer carries the grant and what is exposed`() async throws {
        let response = try await answer(
            policy, HTTPRequest(method: .get, path: "/open?x=1", headers: ["Origin": "https://app.example.com"]))
        #expect(response.status == 200)
        #expect(response.headers.first("Access-Control-Allow-Origin") == "https://app.example.com")
        #expect(response.headers.first("Access-Control-Expose-Headers") == "X-Total-Count")
        #expect(response.headers.values("Vary") == ["Origin"])
    }

    @Test
    func `Several Origin lines are refused`() async throws {
        let headers: HeaderList = ["Origin": "https://app.example.com", "Origin": "https://b.example"]
        let response = try await answer(policy, HTTPRequest(method: .get, path: "/open", headers: headers))
        #expect(!response.headers.contains("Access-Control-Allow-Origin"))
    }

    @Test(arguments: [
        Policy(allowOrigins: ["*"], allowCredentials: true), Policy(allowOriginRegex: ".*", allowCredentials: true),
    ])
    func `The trap is refused`(policy: Policy) async {
        await #expect(throws: PolicyRefusal.self) { try await ReferencePolicy().makeApplication(for: policy) }
    }

    @Test(
        arguments: [
            ("/open", [:], 200), ("/protected", [:], 401), ("/protected", ["Authorization": "Bearer good"], 200),
            ("/protected", ["Cookie": "a=b; session=good"], 200), ("/protected", ["Authorization": "Bearer bad"], 401),
            ("/failing", [:], 500), ("/other", [:], 404), ("/open?x", [:], 200),
        ] as [(String, HeaderList, Int)])
    func `The sample application has its routes`(path: String, headers: HeaderList, status: Int) {
        let application = SampleApplication(for: policy)
        let response = application.respond(to: HTTPRequest(method: .put, path: path, headers: headers))
        #expect(response.status == status)
        #expect(response.headers.contains("X-Total-Count"))
    }

    @Test
    func `The sample application sets no cookie, even where that is exposed`() {
        let application = SampleApplication(for: Policy(exposeHeaders: ["Set-Cookie", "ETag"]))
        let response = application.respond(to: HTTPRequest(method: .get, path: "/open"))
        #expect(response.headers.contains("ETag"))
        #expect(!response.headers.contains("Set-Cookie"))
    }
}
