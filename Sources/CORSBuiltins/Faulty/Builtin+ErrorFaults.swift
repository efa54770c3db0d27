import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Errors that lose the grant, or grant too much.
    static let errorFaults: [Builtin] = [
        .faulty(
            "errors-without-cors", .errors, .hazard, cause: "errors-outside-cors",
            "Makes 404 and 500 answers outside the CORS layer.",
            seenIn: "aiohttp-cors #172, starlette ServerErrorMiddleware",
            Deviation.around { application, request in
                let plain = application.application.respond(to: request)
                let isError = plain.status == 404 || plain.status == 500
                return isError && !Deviation.isPreflight(request) ? plain : application.answer(request)
            }),
        .faulty(
            "missing-without-cors", .errors, .hazard, cause: "errors-outside-cors",
            "Makes 404 answers outside the CORS layer.",
            seenIn: "lambda-api #143, hummingbird #460",
            Deviation.outsideCORS { _, plain in plain.status == 404 }),
        .faulty(
            "failure-without-cors", .errors, .hazard, cause: "errors-outside-cors",
            "Makes 500 answers outside the CORS layer.",
            seenIn: "Effect #3780, moleculer-web #173",
            Deviation.outsideCORS { _, plain in plain.status == 500 }),
        .faulty(
            "errors-wildcard", .errors, .unsafe, cause: "wildcard-for-list",
            "Has an error handler that answers * whatever the list says.",
            seenIn: "plausible: hand-written error handlers, API gateways' default responses",
            Deviation.after { request, response, _ in
                if Self.isError(response), !Deviation.isPreflight(request) {
                    response.headers.set(.accessControlAllowOrigin, "*")
                }
            }),
        .faulty(
            "errors-any-origin", .errors, .unsafe, cause: "reflects-any-origin",
            "Has an error handler that answers every origin with itself.",
            seenIn: "plausible: hand-written error handlers",
            Deviation.after { request, response, policy in
                guard Self.isError(response), !Deviation.isPreflight(request),
                    let origin = request.headers.first(.origin)
                else { return }
                response.headers.set(.accessControlAllowOrigin, origin)
            }),
        .faulty(
            "errors-without-credentials", .errors, .hazard, cause: "credentials-missing",
            "Leaves Access-Control-Allow-Credentials off errors.",
            seenIn: "plausible: hand-written error handlers",
            Deviation.after { _, response, _ in
                if Self.isError(response) { response.headers.remove(.accessControlAllowCredentials) }
            }),
        .faulty(
            "errors-granted-twice", .errors, .hazard, cause: "granted-twice",
            "Has an error handler that adds the grant to the one that is there.",
            seenIn: "plausible: error handlers beside a CORS layer, as hono #1129",
            Deviation.after { request, response, _ in
                if Self.isError(response), !Deviation.isPreflight(request),
                    let granted = response.headers.first(.accessControlAllowOrigin)
                {
                    response.headers.append(.accessControlAllowOrigin, granted)
                }
            }),
        .faulty(
            "errors-first-origin", .errors, .hazard, cause: "granted-to-another",
            "Answers errors with the first listed origin, whoever asks.",
            seenIn: "plausible: error pages with a constant grant",
            Deviation.after { _, response, policy in
                guard Self.isError(response), response.headers.contains(.accessControlAllowOrigin),
                    policy.allowOrigins != ["*"],
                    let first = policy.allowOrigins.first
                else { return }
                response.headers.set(.accessControlAllowOrigin, FieldValue(first))
            }),
        .faulty(
            "errors-without-exposure", .errors, .hazard, cause: "expose-missing",
            "Exposes no header on errors.",
            seenIn: "plausible: error handlers that write the grant alone",
            Deviation.after { _, response, _ in
                if Self.isError(response) { response.headers.remove(.accessControlExposeHeaders) }
            }),
        .faulty(
            "error-head-without-cors", .errors, .hazard, cause: "errors-outside-cors",
            "Answers HEAD with an error outside the CORS layer.",
            seenIn: "plausible: automatic HEAD routes",
            Deviation.outsideCORS { request, plain in request.method == .head && plain.status >= 404 }),
        .faulty(
            "method-not-allowed-without-cors", .errors, .hazard, cause: "errors-outside-cors",
            "Answers a POST where there is no such route with 405, outside the CORS layer.",
            seenIn: "plausible: routers that answer 405 by themselves",
            Deviation.around { application, request in
                let plain = application.application.respond(to: request)
                return request.method == .post && plain.status == 404
                    ? HTTPResponse(status: 405, headers: ["Allow": "GET, HEAD"]) : application.answer(request)
            }),
        .faulty(
            "failing-preflight", .errors, .hazard, cause: "preflight-server-error",
            "Runs the handler for preflights, so that those of a failing route fail.",
            seenIn: "CVE-2020-5397 (Spring), hug #908, where handlers ran for preflights",
            Deviation.before { request, _ in
                Deviation.isPreflight(request) && request.path.hasPrefix("/failing") ? HTTPResponse(status: 500) : nil
            }),
        .faulty(
            "errors-redirected", .errors, .hazard, cause: "redirect-outside-cors",
            "Redirects errors to an error page, outside the CORS layer.",
            seenIn: "plausible: customErrors of ASP.NET",
            Deviation.around { application, request in
                guard !Deviation.isPreflight(request) else { return application.answer(request) }
                let plain = application.application.respond(to: request)
                return Self.isError(plain) && plain.status == 500
                    ? HTTPResponse(status: 302, headers: ["Location": "/error"]) : application.answer(request)
            }),
        .faulty(
            "not-modified-without-cors", .errors, .hazard, cause: "not-modified-without-grant",
            "Answers conditional requests with 304 outside the CORS layer.",
            seenIn: "plausible: ETag layers and static file servers",
            Deviation.before { request, _ in
                request.headers.contains("If-None-Match") ? HTTPResponse(status: 304, headers: ["ETag": "*"]) : nil
            }),
        .faulty(
            "not-modified-any-origin", .errors, .unsafe, cause: "reflects-any-origin",
            "Answers conditional requests with 304 and every origin with itself.",
            seenIn: "plausible: ETag layers outside CORS that write the grant by hand",
            Deviation.before { request, _ in
                guard request.headers.contains("If-None-Match"), let origin = request.headers.first(.origin) else {
                    return nil
                }
                return HTTPResponse(status: 304, headers: [.accessControlAllowOrigin: origin, .vary: "Origin"])
            }),
        .faulty(
            "not-modified-of-another", .errors, .broken, cause: "granted-to-another",
            "Answers conditional requests with 304 and the grant of the origin that came first.",
            seenIn: "plausible: ETag layers outside CORS that keep an answer's header",
            Deviation.remembering(FieldValue?.none) { first, application, request in
                var response = application.answer(request)
                if let granted = response.headers.first(.accessControlAllowOrigin) { first = first ?? granted }
                guard request.headers.contains("If-None-Match") else { return response }
                response.status = 304
                if let first { response.headers.set(.accessControlAllowOrigin, first) }
                return response
            }),
    ]

    /// Says whether an answer is an error of a route, not of authentication.
    private static func isError(_ response: HTTPResponse) -> Bool { response.status == 404 || response.status >= 500 }
}
