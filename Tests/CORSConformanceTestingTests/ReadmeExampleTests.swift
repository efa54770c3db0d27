import CORSConformanceTesting
import CORSPolicy
import CORSVocabulary
import Testing

/// The README's example: an adapter around a CORS layer of one's own.
struct MyAdapter: CORSPolicyAdapter {
    let name = "my-cors"

    func makeApplication(for policy: Policy) async throws -> any CORSApplication {
        if policy.allowOrigins == ["*"], policy.allowCredentials { throw PolicyRefusal("credentials for any origin") }
        return MyApplication(policy: policy, routes: SampleApplication(for: policy))
    }
}

/// The application that the README's adapter makes: here, the routes behind a small CORS layer.
struct MyApplication: CORSApplication {
    let policy: Policy
    let routes: SampleApplication

    func respond(to request: HTTPRequest) async throws -> HTTPResponse {
        let asked = request.headers.first("Access-Control-Request-Method")
        let isPreflight = request.method == .options && asked != nil
        var response = isPreflight ? HTTPResponse(status: 204) : routes.respond(to: request)
        response.headers.append("Vary", "Origin")
        guard let origin = request.headers.first("Origin"), policy.allowOrigins.contains(origin.text) else {
            return response
        }
        response.headers.append("Access-Control-Allow-Origin", origin)
        if policy.allowCredentials { response.headers.append("Access-Control-Allow-Credentials", "true") }
        if isPreflight {
            response.headers.append(
                "Access-Control-Allow-Methods", FieldValue(policy.allowMethods.joined(separator: ", ")))
            response.headers.append(
                "Access-Control-Allow-Headers", FieldValue(policy.allowHeaders.joined(separator: ", ")))
            if let maxAge = policy.maxAge {
                response.headers.append("Access-Control-Max-Age", FieldValue(String(maxAge)))
            }
        } else {
            response.headers.append(
                "Access-Control-Expose-Headers", FieldValue(policy.exposeHeaders.joined(separator: ", ")))
        }
        return response
    }
}

@Suite("CORS")
struct ReadmeExampleTests {
    static let policy = Policy(
        allowOrigins: ["https://app.example.com"], allowMethods: ["GET", "PUT"], allowHeaders: ["X-Api-Key"],
        allowCredentials: true, exposeHeaders: ["X-Total-Count"], maxAge: 600)

    @Test(arguments: try await ConformanceSuite(MyAdapter(), policies: ["production": policy]).rows)
    func `CORS does what the policy means`(row: ConformanceRow) async {
        await row.check()
    }
}
