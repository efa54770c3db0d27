import CORSFixtures
import CORSPolicy
import CORSRunner
import CORSVocabulary
import Testing

@Suite("Causes")
struct CauseTests {
    /// What is done to the reference's answers, and the causes that this must and must not be put down to.
    struct Behaviour: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var policy = "list"
        let named: [String]
        let unnamed: [String]
        let change: @Sendable (HTTPRequest, inout HTTPResponse) -> Void

        init(
            _ name: String, policy: String = "list", named: String..., unnamed: [String],
            change: @escaping @Sendable (HTTPRequest, inout HTTPResponse) -> Void
        ) {
            testDescription = name
            self.policy = policy
            self.named = named
            self.unnamed = unnamed
            self.change = change
        }

        /// Runs the bundled cases of the policy against it and returns the causes of what fails or is a hazard.
        func causes() async throws -> Set<String> {
            let policies = BundledFixtures.policies().policies.filter { $0.name == policy }
            let target = InProcessTarget(Changed(change: change))
            let suite = try #require(BundledFixtures.suite().suite)
            let plan = try await Planner.plan(suite, policies: policies, target: target.description)
            let report = await Runner(target: target, jobs: 2).run(plan)
            return Set(report.rows.flatMap(\.findings).filter { $0.severity != .note }.compactMap { $0.cause?.id })
        }
    }

    /// The reference, with its answers changed.
    struct Changed: CORSPolicyAdapter {
        let name = "changed"
        let change: @Sendable (HTTPRequest, inout HTTPResponse) -> Void

        func makeApplication(for policy: Policy) async throws -> any CORSApplication {
            var lenient = policy
            // The reference refuses the trap; here it is set up with one origin of it, and changed.
            if policy.allowOrigins == ["*"], policy.allowCredentials {
                lenient.allowOrigins = ["https://app.example.com"]
            }
            return Application(
                reference: try await ReferencePolicy().makeApplication(for: lenient), change: change)
        }

        struct Application: CORSApplication {
            let reference: any CORSApplication
            let change: @Sendable (HTTPRequest, inout HTTPResponse) -> Void

            func respond(to request: HTTPRequest) async throws -> HTTPResponse {
                var response = try await reference.respond(to: request)
                change(request, &response)
                return response
            }
        }
    }

    private static let app: FieldValue = "https://app.example.com"

    /// The CORS headers of a response, taken away.
    private static func strip(_ response: inout HTTPResponse) {
        response.headers.fields.removeAll { $0.name.lowercased.hasPrefix("access-control-") }
    }

    private static func isPreflight(_ request: HTTPRequest) -> Bool {
        request.method == .options && request.headers.contains(.accessControlRequestMethod)
    }

    /// Answers the preflights of some paths with a status and no grant.
    private static func preflights(
        of paths: Set<String> = ["/open", "/protected", "/failing", "/missing"], _ status: Int
    ) -> @Sendable (HTTPRequest, inout HTTPResponse) -> Void {
        { request, response in
            if isPreflight(request), paths.contains(request.path) { response = HTTPResponse(status: status) }
        }
    }

    static let behaviours: [Behaviour] = [
        Behaviour(
            "no grant anywhere", named: "no-cors-layer",
            unnamed: ["origin-not-in-list", "errors-outside-cors", "preflight-not-answered", "cors-not-on-route"]
        ) { strip(&$1) },
        Behaviour("none for one origin", named: "origin-not-in-list", unnamed: ["no-cors-layer", "cors-not-on-route"]) {
            if $0.headers.first(.origin) == app { strip(&$1) }
        },
        Behaviour(
            "* where credentials are meant", named: "wildcard-with-credentials", unnamed: ["trap-policy"]
        ) { _, response in
            if response.headers.contains(.accessControlAllowOrigin) {
                response.headers.set(.accessControlAllowOrigin, "*")
            }
        },
        Behaviour(
            "* under the trap", policy: "trap", named: "trap-policy", unnamed: ["wildcard-with-credentials"]
        ) { _, response in
            response.headers.set(.accessControlAllowOrigin, "*")
            response.headers.set(.accessControlAllowCredentials, "true")
        },
        Behaviour(
            "preflights of the protected route get 401", named: "auth-before-cors",
            unnamed: ["no-cors-layer", "router-before-cors", "errors-outside-cors"],
            change: preflights(of: ["/protected"], 401)),
        Behaviour(
            "preflights of the protected route get 403", named: "auth-before-cors",
            unnamed: ["no-cors-layer", "preflight-refuses-method"], change: preflights(of: ["/protected"], 403)),
        Behaviour(
            "all preflights get 403", named: "preflight-not-answered", unnamed: ["auth-before-cors"],
            change: preflights(403)),
        Behaviour(
            "preflights get 404", named: "router-before-cors", unnamed: ["auth-before-cors", "redirect-before-cors"],
            change: preflights(404)),
        Behaviour(
            "preflights get 405", named: "router-before-cors", unnamed: ["auth-before-cors", "redirect-before-cors"],
            change: preflights(405)),
        Behaviour(
            "preflights are redirected", named: "redirect-before-cors",
            unnamed: ["router-before-cors", "login-page-answers"], change: preflights(307)),
        Behaviour("two grants", named: "granted-twice", unnamed: ["grant-is-list", "granted-to-another"]) {
            request, response in
            for value in response.headers.values(.accessControlAllowOrigin) {
                response.headers.append(.accessControlAllowOrigin, value)
            }
        },
        Behaviour("a list in one line", named: "grant-is-list", unnamed: ["granted-twice"]) { _, response in
            if response.headers.contains(.accessControlAllowOrigin) {
                response.headers.set(
                    .accessControlAllowOrigin, "https://app.example.com, https://admin.example.org:8443")
            }
        },
        Behaviour("two layers in one line", named: "granted-twice", unnamed: ["grant-is-list"]) { _, response in
            if let value = response.headers.first(.accessControlAllowOrigin) {
                response.headers.set(.accessControlAllowOrigin, FieldValue("*, \(value.text)"))
            }
        },
        Behaviour(
            "errors without the grant", named: "errors-outside-cors", unnamed: ["no-cors-layer", "origin-not-in-list"]
        ) { if $1.status >= 404 { strip(&$1) } },
        Behaviour(
            "a 401 without the grant", named: "auth-before-cors", unnamed: ["no-cors-layer", "errors-outside-cors"]
        ) { if $1.status == 401 { strip(&$1) } },
        Behaviour("a cookie for the site alone", named: "cookie-not-sent-cross-site", unnamed: []) {
            if !isPreflight($0) { $1.headers.append("Set-Cookie", "id=1; Secure; SameSite=Lax") }
        },
        Behaviour("a cookie for all sites", unnamed: ["cookie-not-sent-cross-site"]) {
            if !isPreflight($0) { $1.headers.append("Set-Cookie", "id=1; Secure; SameSite=None") }
        },
        Behaviour(
            "a cache answers with another's grant", named: "cache-answered",
            unnamed: ["granted-to-another", "origin-not-in-list"]
        ) { request, response in
            guard !isPreflight(request), response.headers.first(.accessControlAllowOrigin) == app else { return }
            response.headers.set(.accessControlAllowOrigin, "https://admin.example.org:8443")
            response.headers.append("Age", "12")
        },
        Behaviour("another's grant, from no cache", named: "granted-to-another", unnamed: ["cache-answered"]) {
            request, response in
            guard !isPreflight(request), response.headers.first(.accessControlAllowOrigin) == app else { return }
            response.headers.set(.accessControlAllowOrigin, "https://admin.example.org:8443")
            response.headers.append("Age", "0")
        },
        Behaviour("a proxy strips the grant of GET", named: "added-between", unnamed: ["cors-not-on-route"]) {
            guard $0.method == .get else { return }
            strip(&$1)
            $1.headers.append("Via", "1.1 edge")
        },
        Behaviour("a proxy passes everything on", named: "errors-outside-cors", unnamed: ["added-between"]) {
            $1.headers.append("Via", "1.1 edge")
            if $1.status >= 404 { strip(&$1) }
        },
    ]

    @Test(arguments: behaviours)
    func `A cause is named where the evidence is there, and not where it is not`(behaviour: Behaviour) async throws {
        let causes = try await behaviour.causes()
        for cause in behaviour.named { #expect(causes.contains(cause), "\(causes)") }
        for cause in behaviour.unnamed { #expect(!causes.contains(cause), "\(causes)") }
    }

    @Test
    func `The reference has no cause at all`() async throws {
        let unchanged = Behaviour("unchanged", unnamed: []) { _, _ in }
        #expect(try await unchanged.causes() == [])
    }
}
