import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Answers that caches treat alike.
    static let correctCaching: [Builtin] = [
        .correct(
            "no-vary-on-preflight", .caches, "Leaves Vary out of preflights' answers, which nobody caches.",
            seenIn: "jub0bs/cors, hapi",
            Deviation.afterPreflight { _, response, _ in response.headers.remove(.vary) }),
        .correct(
            "vary-many", .caches, "Writes Vary over several lines, in lower case, with more names.",
            seenIn: "rack-cors, tower-http",
            Deviation.after { _, response, _ in
                response.headers.set(.vary, "accept-encoding")
                response.headers.append(.vary, "cookie,origin")
            }),
        .correct(
            "vary-star", .caches, "Writes Vary: * on answers that depend on the origin.", seenIn: "RFC 9110",
            Deviation.after { _, response, _ in
                if response.headers.contains(.vary) { response.headers.set(.vary, "*") }
            }),
        .correct(
            "vary-beside-wildcard", .caches, "Writes Vary: Origin also where it answers everybody with *.",
            seenIn: "rs/cors, koa, echo",
            Deviation.after { _, response, _ in
                if !response.headers.contains(.vary) { response.headers.append(.vary, "Origin") }
            }),
        .correct(
            "no-store-without-vary", .caches, "Lets nobody keep its answers, and writes no Vary.",
            seenIn: "API servers that forbid caching",
            Deviation.after { _, response, _ in
                response.headers.remove(.vary)
                response.headers.append("Cache-Control", "private, no-store")
            }),
        .correct(
            "refused-forbidden-without-vary", .caches,
            "Answers refused origins with 403 and no Vary: caches do not keep that.",
            seenIn: "Tomcat, gin",
            Deviation.around { application, request in
                guard let origin = request.headers.first(.origin), let host = request.headers.first("Host"),
                    !origin.text.hasSuffix("://" + host.text), application.layer.grantedOrigin(request) == nil
                else { return application.answer(request) }
                return HTTPResponse(status: 403)
            }),
        .correct(
            "grant-without-origin", .caches, "Sends * also to requests without an Origin, and other CORS headers.",
            seenIn: "flask-cors with always_send",
            Deviation.after { request, response, policy in
                if !request.headers.contains(.origin), policy.allowOrigins == ["*"] {
                    response.headers.append(.accessControlAllowMethods, "GET")
                    response.headers.append(.accessControlMaxAge, "60")
                }
            }),
        .correct(
            "conditional", .caches, "Answers conditional requests with 304, the grant and Vary.",
            seenIn: "ETag layers inside the CORS layer",
            Deviation.after { request, response, _ in
                if request.headers.contains("If-None-Match"), response.status == 200 {
                    response.status = 304
                    response.headers.append("ETag", "\"1\"")
                }
            }),
        .correct(
            "kept-by-origin", .caches, "Stands behind a cache that heeds Vary.", seenIn: "Varnish, nginx",
            Deviation.remembering([HTTPRequest: HTTPResponse]()) { kept, application, request in
                guard request.method == .get || request.method == .head else { return application.answer(request) }
                if var hit = kept[request] {
                    hit.headers.append("Age", "7")
                    hit.headers.append("X-Cache", "HIT")
                    return hit
                }
                let response = application.answer(request)
                kept[request] = response
                return response
            }),
    ]
}
