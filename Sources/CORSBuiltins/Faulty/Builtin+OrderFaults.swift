import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Something that answers before CORS does, or twice.
    static let orderFaults: [Builtin] = [
        .faulty(
            "no-cors-layer", .order, .broken, cause: "no-cors-layer", "Has no CORS layer at all.",
            seenIn: "every server on its first day",
            { policy in
                try Deviation.refuseTrap(policy)
                let application = SampleApplication(for: policy)
                return { application.respond(to: $0) }
            }),
        .faulty(
            "auth-before-cors", .order, .broken, cause: "auth-before-cors",
            "Authenticates before CORS: preflights of protected routes get 401.",
            seenIn: "wildfly #10565, vllm #4862, quarkus #3685",
            Deviation.around { application, request in
                let plain = application.application.respond(to: request)
                return plain.status == 401 ? plain : application.answer(request)
            }),
        .faulty(
            "auth-forbids-preflight", .order, .broken, cause: "auth-before-cors",
            "Answers preflights of protected routes with 403.",
            seenIn: "flask-cors #170",
            Deviation.before { request, _ in
                Deviation.isPreflight(request) && request.path.hasPrefix("/protected") ? HTTPResponse(status: 403) : nil
            }),
        .faulty(
            "router-not-found", .order, .broken, cause: "router-before-cors", "Routes before CORS: preflights get 404.",
            seenIn: "vapor #2958, zio-http #196",
            Deviation.before { request, _ in Deviation.isPreflight(request) ? HTTPResponse(status: 404) : nil }),
        .faulty(
            "router-method-not-allowed", .order, .broken, cause: "router-before-cors",
            "Routes before CORS: preflights get 405.",
            seenIn: "gorilla/handlers #68, rs/cors #185",
            Deviation.before { request, _ in
                Deviation.isPreflight(request) ? HTTPResponse(status: 405, headers: ["Allow": "GET, POST"]) : nil
            }),
        .faulty(
            "redirect-before-cors", .order, .broken, cause: "redirect-before-cors",
            "Redirects preflights to the address with a slash.",
            seenIn: "data.gouv.fr #1359, elfhosted #786",
            Deviation.before { request, _ in
                Deviation.isPreflight(request)
                    ? HTTPResponse(status: 308, headers: ["Location": FieldValue(request.path + "/")]) : nil
            }),
        .faulty(
            "granted-twice", .malformedGrants, .broken, cause: "granted-twice",
            "A proxy adds the grant that the application has made.",
            seenIn: "eBay/cors-filter #8, hono #1129",
            Deviation.after { _, response, _ in
                if let granted = response.headers.first(.accessControlAllowOrigin) {
                    response.headers.append(.accessControlAllowOrigin, granted)
                }
            }),
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
            "head-without-cors", .order, .broken, cause: "head-outside-cors", "Grants GET and leaves HEAD out.",
            seenIn: "hand-written middleware",
            Deviation.around { application, request in
                request.method == .head ? application.application.respond(to: request) : application.answer(request)
            }),
        .faulty(
            "same-origin-post-blocked", .notCORS, .broken, cause: "same-origin-blocked",
            "Refuses a POST of its own pages, whose origin is not listed.",
            seenIn: "http4s #2831, jetty #12556",
            Deviation.around { application, request in
                let isWrite = request.method == .post && request.headers.contains(.origin)
                return isWrite && application.layer.grantedOrigin(request) == nil
                    ? HTTPResponse(status: 403) : application.answer(request)
            }),
    ]
}
