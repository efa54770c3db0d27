import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Preflights that are answered wrongly, or not by the CORS layer.
    static let preflightFaults: [Builtin] = [
        .faulty(
            "preflight-any-origin", .originMatching, .unsafe, cause: "reflects-any-origin",
            "Grants every origin on preflights, so that writes go through.",
            seenIn: "hand-written OPTIONS handlers",
            { policy in
                try Deviation.refuseTrap(policy)
                let right = try ReferenceApplication(for: policy)
                let loose = try ReferenceApplication(for: policy) { _ in true }
                return { Deviation.isPreflight($0) ? loose.answer($0) : right.answer($0) }
            }),
        .faulty(
            "actual-any-origin", .originMatching, .unsafe, cause: "reflects-any-origin",
            "Grants every origin on actual answers and checks preflights alone.",
            seenIn: "hand-written middleware",
            { policy in
                try Deviation.refuseTrap(policy)
                let right = try ReferenceApplication(for: policy)
                let loose = try ReferenceApplication(for: policy) { _ in true }
                return { Deviation.isPreflight($0) ? right.answer($0) : loose.answer($0) }
            }),
        .faulty(
            "refusal-server-error", .preflights, .hazard, cause: "server-error-on-refusal",
            "Fails with 500 where it refuses a preflight.",
            seenIn: "vertx-web #2556",
            Deviation.afterPreflight { _, response, _ in if response.status == 403 { response.status = 500 } }),
        .faulty(
            "preflight-bad-request", .preflights, .broken, cause: "granted-with-error-status",
            "Answers preflights with 400 and the whole grant.",
            seenIn: "plausible: a validator that wants a body, within the CORS layer",
            Deviation.afterPreflight { _, response, _ in if response.status == 204 { response.status = 400 } }),
        .faulty(
            "preflight-server-error", .preflights, .broken, cause: "preflight-server-error",
            "Fails with 500 on preflights, beside the whole grant.",
            seenIn: "plausible: a handler that runs on OPTIONS and fails without a body",
            Deviation.afterPreflight { _, response, _ in if response.status == 204 { response.status = 500 } }),
        .faulty(
            "preflight-redirected-with-grant", .preflights, .broken, cause: "redirect-before-cors",
            "Redirects preflights, beside the whole grant.",
            seenIn: "plausible: a redirect to https within the CORS layer",
            Deviation.afterPreflight { request, response, _ in
                if response.status == 204 {
                    response.status = 308
                    response.headers.append("Location", FieldValue(request.path + "/"))
                }
            }),
        .faulty(
            "preflight-without-origin-grant", .preflights, .broken, cause: "preflight-not-answered",
            "Lists methods and headers on preflights' answers and grants no origin there.",
            seenIn: "plausible: the grant added to actual answers alone",
            Deviation.afterPreflight { _, response, _ in response.headers.remove(.accessControlAllowOrigin) }),
        .faulty(
            "preflight-needs-headers", .preflights, .broken, cause: "methods-missing",
            "Takes OPTIONS for a preflight only where request headers are asked for; the handler answers others.",
            seenIn: "plausible: both request fields looked for",
            unanswered { Deviation.askedHeaders($0).isEmpty }),
        .faulty(
            "preflight-needs-no-headers", .preflights, .broken, cause: "headers-missing",
            "Leaves preflights that ask for request headers to the handler.",
            seenIn: "plausible: a route for simple preflights alone",
            unanswered { !Deviation.askedHeaders($0).isEmpty }),
        .faulty(
            "preflight-of-safelisted-method-handled", .preflights, .broken, cause: "headers-missing",
            "Leaves preflights for GET, HEAD and POST to the handler.",
            seenIn: "plausible: the belief that these methods never have a preflight",
            unanswered { Deviation.isSafelisted(Deviation.askedMethod($0)) }),
        .faulty(
            "preflight-handled", .preflights, .broken, cause: "methods-missing",
            "Leaves every preflight to the handler and grants its answer the origin alone.",
            seenIn: "hug #908, cowboy_cors #5",
            unanswered { _ in true }),
        .faulty(
            "preflight-with-fetch-metadata-refused", .preflights, .broken, cause: "preflight-refuses-method",
            "Refuses preflights that say that they are cross-site.",
            seenIn: "plausible: a resource isolation policy before CORS",
            Deviation.refusing { request, _ in request.headers.first("Sec-Fetch-Site") == "cross-site" }),
        .faulty(
            "preflight-for-language-refused", .preflights, .broken, cause: "preflight-refuses-method",
            "Refuses preflights that do not accept any language or come with other lines of browsers.",
            seenIn: "plausible: an exact pattern of a preflight's lines",
            Deviation.refusing { request, _ in request.headers.contains("Accept-Language") }),
        .faulty(
            "preflight-sets-cookie", .preflights, .hazard, cause: "cookie-on-preflight",
            "Sets a cookie on preflights' answers, a new session each time.",
            seenIn: "42Crunch/vscode-openapi #139",
            Deviation.afterPreflight { _, response, _ in
                response.headers.append("Set-Cookie", "session=1; Path=/; SameSite=None; Secure")
            }),
        .faulty(
            "preflight-body-without-content", .preflights, .hazard, cause: "body-without-content",
            "Announces a body beside status 204.",
            seenIn: "WebKit #71202, where the preflight waits for it",
            Deviation.afterPreflight { _, response, _ in
                if response.status == 204 { response.headers.append("Content-Length", "2") }
            }),
    ]

    /// Makes the reference that leaves some preflights to the handler, as if they were any request.
    private static func unanswered(_ isLeft: @escaping @Sendable (HTTPRequest) -> Bool) -> Deviation.Make {
        Deviation.around { application, request in
            guard Deviation.isPreflight(request), isLeft(request) else { return application.answer(request) }
            return application.layer.decorate(application.application.respond(to: request), to: request)
        }
    }
}
