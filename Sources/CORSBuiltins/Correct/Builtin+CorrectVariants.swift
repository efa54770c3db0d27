import CORSPolicy
import CORSVocabulary

extension Builtin {
    private static let preflight = "preflight"
    private static let grants = "grants"

    /// Differences that are right.
    static let correctVariants: [Builtin] = [
        .correct(
            "preflight-ok-with-body", preflight, "Answers preflights with 200.", seenIn: "starlette, flask, Spring",
            Deviation.afterPreflight { _, response, _ in
                if response.status == 204 {
                    response.status = 200
                    response.headers.append("Content-Type", "text/plain")
                    response.headers.append("Content-Length", "2")
                }
            }),
        .correct(
            "refused-with-ok", preflight, "Answers refused preflights with 200 and no grant.",
            seenIn: "rs/cors, chi, django-cors-headers",
            Deviation.afterPreflight { _, response, _ in if response.status == 403 { response.status = 200 } }),
        .correct(
            "refused-with-lists", preflight, "Lists methods and headers to refused origins, without the grant.",
            seenIn: "express, vapor, starlette",
            Deviation.afterPreflight { _, response, policy in
                if response.status == 403 {
                    response.headers.append(
                        .accessControlAllowMethods, FieldValue(policy.allowMethods.joined(separator: ", ")))
                }
            }),
        .correct(
            "refused-forbidden", grants, "Answers actual requests of refused origins with 403.",
            seenIn: "Spring, Tomcat, gin", refusedForbidden),
        .correct(
            "static-origin", grants, "Answers a policy of one origin with that origin, whoever asks.",
            seenIn: "php-cors, express with a string", staticOrigin),
        .correct(
            "any-origin-echoed", grants, "Answers any origin with itself and Vary, instead of *.",
            seenIn: "flask-cors, hapi, Envoy", anyOriginEchoed),
        .correct(
            "wildcard-lists", preflight, "Writes * for methods and headers, and Authorization beside it.",
            seenIn: "tower-http, http4s",
            Deviation.afterPreflight { _, response, policy in
                guard !policy.allowCredentials, response.headers.contains(.accessControlAllowOrigin) else { return }
                if policy.allowMethods == ["*"] { response.headers.set(.accessControlAllowMethods, "*") }
                if policy.allowHeaders == ["*"] {
                    response.headers.set(.accessControlAllowHeaders, "*, Authorization")
                }
            }),
        .correct(
            "lists-over-lines", preflight, "Writes each method and header on a line of its own.",
            seenIn: "servers that add a header each time", listsOverLines),
        .correct(
            "odd-spacing", preflight, "Writes lists with empty elements, tabs and upper-case names.",
            seenIn: "aiohttp-cors, gin",
            Deviation.afterPreflight { _, response, _ in
                for name in [FieldName.accessControlAllowMethods, .accessControlAllowHeaders] {
                    guard let value = response.headers.first(name) else { continue }
                    let text = name == .accessControlAllowHeaders ? value.text.uppercased() : value.text
                    response.headers.set(
                        name, FieldValue("," + text.split(separator: ",").joined(separator: "\t,\t") + " ,"))
                }
            }),
        .correct(
            "safelisted-not-listed", preflight, "Leaves GET, HEAD and POST out of the methods.",
            seenIn: "gorilla, jub0bs/cors",
            Deviation.afterPreflight { _, response, policy in
                guard response.headers.contains(.accessControlAllowMethods), policy.allowMethods != ["*"] else {
                    return
                }
                let unsafe = policy.allowMethods.filter { !["GET", "HEAD", "POST"].contains($0) }
                response.headers.remove(.accessControlAllowMethods)
                if !unsafe.isEmpty {
                    response.headers.append(.accessControlAllowMethods, FieldValue(unsafe.joined(separator: ", ")))
                }
            }),
        .correct(
            "smaller-max-age", preflight, "Sends a smaller max-age than configured.", seenIn: "gorilla, which caps it",
            Deviation.afterPreflight { _, response, policy in
                if let maxAge = policy.maxAge, response.headers.contains(.accessControlMaxAge) {
                    response.headers.set(.accessControlMaxAge, FieldValue(String(maxAge / 2)))
                }
            }),
        .correct(
            "no-vary-on-preflight", "caches", "Leaves Vary out of preflights' answers, which nobody caches.",
            seenIn: "jub0bs/cors, hapi",
            Deviation.afterPreflight { _, response, _ in response.headers.remove(.vary) }),
        .correct(
            "vary-many", "caches", "Writes Vary over several lines, in lower case, with more names.",
            seenIn: "rack-cors, tower-http",
            Deviation.after { _, response, _ in
                response.headers.set(.vary, "accept-encoding")
                response.headers.append(.vary, "cookie,origin")
            }),
        .correct(
            "expose-everywhere", grants, "Sends Access-Control-Expose-Headers on preflights as well.",
            seenIn: "express, Spring, hono",
            Deviation.afterPreflight { _, response, policy in
                if !policy.exposeHeaders.isEmpty, policy.exposeHeaders != ["*"] {
                    response.headers.append(
                        .accessControlExposeHeaders, FieldValue(policy.exposeHeaders.joined(separator: ", ")))
                }
            }),
        .correct(
            "trap-without-credentials", "credentials", "Accepts any-origin with credentials and grants none.",
            seenIn: "http4s", trapWithoutCredentials),
        .correct(
            "refuses-empty-list", "credentials", "Does not start without an origin.", seenIn: "jub0bs/cors",
            { policy in
                try Deviation.refuseTrap(policy)
                if policy.allowOrigins.isEmpty, policy.allowOriginRegex == nil {
                    throw PolicyRefusal("no origin is listed")
                }
                let application = try ReferenceApplication(for: policy)
                return { application.answer($0) }
            }),
        .correct(
            "other-headers", grants, "Sends Allow, Server and resource policies as well.", seenIn: "echo, Jetty, koa",
            Deviation.after { _, response, _ in
                response.headers.append("Server", "corspec")
                response.headers.append("Allow", "GET, HEAD, OPTIONS")
                response.headers.append("Cross-Origin-Resource-Policy", "cross-origin")
                response.headers.append("Timing-Allow-Origin", "*")
            }),
    ]
}

// MARK: - Variants that need more than a line

extension Builtin {
    private static let refusedForbidden: Deviation.Make = Deviation.around { application, request in
        let response = application.answer(request)
        guard let origin = request.headers.first(.origin), let host = request.headers.first("Host"),
            !origin.text.hasSuffix("://" + host.text), application.layer.grantedOrigin(request) == nil
        else { return response }
        return HTTPResponse(status: 403, headers: [.vary: "Origin"])
    }

    private static let staticOrigin: Deviation.Make = { policy in
        try Deviation.refuseTrap(policy)
        let application = try ReferenceApplication(for: policy)
        guard let origin = policy.allowOrigins.first, policy.allowOrigins.count == 1, origin != "*",
            policy.allowOriginRegex == nil
        else { return { application.answer($0) } }
        return { request in
            var asked = request
            asked.headers.set(.origin, FieldValue(origin))
            var response = application.answer(asked)
            response.headers.remove(.vary)
            return response
        }
    }

    private static let anyOriginEchoed: Deviation.Make = Deviation.around { application, request in
        var response = application.answer(request)
        if response.headers.first(.accessControlAllowOrigin) == "*" {
            response.headers.set(.vary, "Origin")
            response.headers.remove(.accessControlAllowOrigin)
            if let origin = request.headers.first(.origin) {
                response.headers.append(.accessControlAllowOrigin, origin)
            }
        }
        return response
    }

    private static let listsOverLines: Deviation.Make = Deviation.afterPreflight { _, response, _ in
        for name in [FieldName.accessControlAllowMethods, .accessControlAllowHeaders] {
            guard let value = response.headers.first(name) else { continue }
            response.headers.remove(name)
            for element in value.text.split(separator: ",") {
                response.headers.append(name, FieldValue(String(element.drop { $0 == " " })))
            }
        }
    }

    private static let trapWithoutCredentials: Deviation.Make = { policy in
        var changed = policy
        if try PolicyMeaning.isTrap(policy) { changed.allowCredentials = false }
        let application = try ReferenceApplication(for: changed)
        return { application.answer($0) }
    }
}
