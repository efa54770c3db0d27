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
        .faulty(
            "options-answered-by-router", .order, .broken, cause: "preflight-not-answered",
            "Answers preflights with 200 and Allow, without CORS.",
            seenIn: "plausible: automatic OPTIONS routes, as express and actix have them",
            Deviation.before { request, _ in
                Deviation.isPreflight(request)
                    ? HTTPResponse(status: 200, headers: ["Allow": "GET, HEAD, POST, PUT, DELETE"]) : nil
            }),
        .faulty(
            "protected-options-by-router", .order, .broken, cause: "preflight-not-answered",
            "Answers preflights of protected routes with 204 before authentication, and without a grant.",
            seenIn: "plausible: a guard that lets OPTIONS pass by itself",
            Deviation.before { request, _ in
                Deviation.isPreflight(request) && request.path.hasPrefix("/protected")
                    ? HTTPResponse(status: 204, headers: ["Allow": "GET, POST"]) : nil
            }),
        .faulty(
            "protected-without-cors", .order, .broken, cause: "auth-before-cors",
            "Has CORS on each open route and none on protected ones.",
            seenIn: "plausible: decorators on single routes",
            Deviation.around { application, request in
                request.path.hasPrefix("/protected")
                    ? application.application.respond(to: request) : application.answer(request)
            }),
        .faulty(
            "preflight-unavailable", .order, .broken, cause: "preflight-server-error",
            "Answers preflights with 503.",
            seenIn: "plausible: health checks and gateways that know no OPTIONS",
            Deviation.before { request, _ in Deviation.isPreflight(request) ? HTTPResponse(status: 503) : nil }),
        .faulty(
            "preflight-route-without-method", .order, .broken, cause: "preflight-refuses-method",
            "Answers preflights for DELETE with 405: the router looks for the method asked for.",
            seenIn: "plausible: routers that match the requested method before CORS",
            Deviation.before { request, _ in
                Deviation.isPreflight(request) && request.headers.first(.accessControlRequestMethod) == "DELETE"
                    ? HTTPResponse(status: 405, headers: ["Allow": "GET, POST, PUT"]) : nil
            }),
        .faulty(
            "writes-without-cors", .order, .broken, cause: "cors-not-on-route",
            "Grants GET and HEAD; its other methods' answers have no CORS.",
            seenIn: "plausible: CORS registered for GET routes",
            Deviation.outsideCORS { request, _ in request.method != .get && request.method != .head }),
        .faulty(
            "cookie-without-cors", .order, .broken, cause: "cors-not-on-route",
            "Makes answers to requests with a cookie outside the CORS layer.",
            seenIn: "plausible: a page cache or a session layer before CORS",
            Deviation.outsideCORS { request, _ in request.headers.contains(.cookie) }),
    ]
}
