import CORSPolicy
import CORSVocabulary
import Testing

/// Requests that show what a builtin changes, and the CORS lines of its last answer, spelled out.
struct Exchange: Sendable, CustomTestStringConvertible {
    var builtin: String
    var policy: Policy
    var requests: [HTTPRequest]
    /// The status, then the lines in the order of their bytes; lines of the application itself are left out.
    var answer: [String]

    init(_ builtin: String, _ policy: Policy, _ requests: HTTPRequest..., answer: [String]) {
        self.builtin = builtin
        self.policy = policy
        self.requests = requests
        self.answer = answer
    }

    /// An exchange in which one request is sent again and again.
    init(_ builtin: String, _ policy: Policy, times: Int, _ request: HTTPRequest, answer: [String]) {
        self.init(builtin, policy, answer: answer)
        requests = Array(repeating: request, count: times)
    }

    var testDescription: String { builtin }

    /// Returns what an adapter answers last, in the form of `answer`; a refusal of the policy is `refused`.
    func answer(of adapter: any CORSPolicyAdapter) async throws -> [String] {
        let application: any CORSApplication
        do {
            application = try await adapter.makeApplication(for: policy)
        } catch is PolicyRefusal {
            return ["refused"]
        }
        var answer: [String] = []
        for request in requests {
            let response = try await application.respond(to: request)
            let lines = response.headers.fields.map { "\($0.name.text): \($0.value.text)" }
            let own = lines.filter { line in Self.applicationLines.contains { line.hasPrefix($0) } }
            answer = [String(response.status)] + lines.filter { !own.contains($0) }.sorted()
        }
        return answer
    }

    private static let applicationLines = ["Content-Type:", "WWW-Authenticate:", "X-Corspec-Hidden:", "X-Total:"]
}

// MARK: - Policies

extension Policy {
    /// Three origins with credentials, one with a port, one on localhost.
    static let list = Policy(
        allowOrigins: ["https://app.example.com", "https://admin.example.org:8443", "http://localhost:3000"],
        allowMethods: ["GET", "PUT"], allowHeaders: ["X-Key", "X-Trace"], allowCredentials: true,
        exposeHeaders: ["X-Total"], maxAge: 600)
    /// One origin without credentials.
    static let single = Policy(
        allowOrigins: ["https://app.example.com"], allowMethods: ["GET", "PUT"], allowHeaders: ["X-Key", "X-Trace"],
        allowCredentials: false, exposeHeaders: ["X-Total"], maxAge: 600)
    /// Any origin, method and header, without credentials.
    static let any = Policy(
        allowOrigins: ["*"], allowMethods: ["*"], allowHeaders: ["*"], allowCredentials: false,
        exposeHeaders: ["X-Total"], maxAge: 600)
    /// One origin, and two exposed headers, one with an odd name.
    static let twoExposed = Policy(
        allowOrigins: ["https://app.example.com"], allowMethods: ["GET"], exposeHeaders: ["X-Total", "x_odd.name"])
    /// Any origin, and every header exposed.
    static let allExposed = Policy(
        allowOrigins: ["*"], allowMethods: ["*"], allowHeaders: ["*"], allowCredentials: false, exposeHeaders: ["*"])
    /// Two origins without credentials, methods and headers with odd names, and no memory of preflights.
    static let odd = Policy(
        allowOrigins: ["https://app.example.com", "https://admin.example.org:8443"],
        allowMethods: ["GET", "HEAD", "OPTIONS", "chicken", "PATCH", "M-SEARCH"],
        allowHeaders: ["x_api_key", "Content-Type", "Authorization", "X-Trace"], allowCredentials: false, maxAge: 0)
    /// One origin with credentials, any method and any header.
    static let anyWithCredentials = Policy(
        allowOrigins: ["https://app.example.com"], allowMethods: ["*"], allowHeaders: ["*"], allowCredentials: true)
    /// Subdomains of example.com.
    static let regex = Policy(
        allowOriginRegex: "https://[a-z]+\\.example\\.com", allowMethods: ["GET", "PUT"], allowCredentials: true)
    /// No origin.
    static let none = Policy(allowMethods: ["GET", "PUT"])
    /// Any origin with credentials.
    static let trap = Policy(allowOrigins: ["*"], allowMethods: ["GET", "PUT"], allowCredentials: true)
}

// MARK: - Requests

extension HTTPRequest {
    /// Asks a route for something, from a page of an origin.
    static func fetch(
        _ origin: FieldValue?, _ path: String = "/open", method: Method = .get, cookie: FieldValue? = nil,
        line: HeaderField? = nil
    ) -> HTTPRequest {
        var request = HTTPRequest(method: method, path: path, headers: ["Host": "api.example.net"])
        if let origin { request.headers.append("Origin", origin) }
        if let cookie { request.headers.append("Cookie", cookie) }
        if let line { request.headers.append(line.name, line.value) }
        return request
    }

    /// A preflight with the line by which a browser says that it is cross-site.
    static let crossSitePreflight = preflight(
        "https://app.example.com", with: HeaderField("Sec-Fetch-Site", "cross-site"))
    /// A preflight with the line in which a browser names its user's language.
    static let languagePreflight = preflight("https://app.example.com", with: HeaderField("Accept-Language", "en"))

    private static func preflight(_ origin: FieldValue, with line: HeaderField) -> HTTPRequest {
        var request = preflight(origin)
        request.headers.fields.append(line)
        return request
    }

    /// Asks beforehand whether a page may send a method with headers.
    static func preflight(
        _ origin: FieldValue, _ path: String = "/open", method: FieldValue = "PUT", headers: FieldValue? = nil
    ) -> HTTPRequest {
        var request = HTTPRequest(
            method: .options, path: path, headers: ["Host": "api.example.net", "Origin": origin])
        request.headers.append("Access-Control-Request-Method", method)
        if let headers { request.headers.append("Access-Control-Request-Headers", headers) }
        return request
    }
}
