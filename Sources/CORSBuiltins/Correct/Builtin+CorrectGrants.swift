import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Actual answers that are granted otherwise, and rightly.
    static let correctGrants: [Builtin] = [
        .correct(
            "refused-forbidden", .originMatching, "Answers actual requests of refused origins with 403.",
            seenIn: "Spring, Tomcat, gin", refusedForbidden),
        .correct(
            "static-origin", .originMatching, "Answers a policy of one origin with that origin, whoever asks.",
            seenIn: "php-cors, express with a string", staticOrigin),
        .correct(
            "any-origin-echoed", .originMatching, "Answers any origin with itself and Vary, instead of *.",
            seenIn: "flask-cors, hapi, Envoy", anyOriginEchoed),
        .correct(
            "expose-everywhere", .exposedHeaders, "Sends Access-Control-Expose-Headers on preflights as well.",
            seenIn: "express, Spring, hono",
            Deviation.afterPreflight { _, response, policy in
                if !policy.exposeHeaders.isEmpty, policy.exposeHeaders != ["*"] {
                    response.headers.append(
                        .accessControlExposeHeaders, FieldValue(policy.exposeHeaders.joined(separator: ", ")))
                }
            }),
        .correct(
            "other-headers", .notCORS, "Sends Allow, Server and resource policies as well.", seenIn: "echo, Jetty, koa",
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
}
