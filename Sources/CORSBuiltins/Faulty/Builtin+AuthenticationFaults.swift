import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Something about authentication that comes before CORS does.
    static let authenticationFaults: [Builtin] = [
        .faulty(
            "unauthorized-without-cors", .order, .broken, cause: "auth-before-cors",
            "Lets preflights pass and answers 401 outside the CORS layer.",
            seenIn: "quarkus #5056, aspnet/CORS #45",
            Deviation.outsideCORS { _, plain in plain.status == 401 }),
        .faulty(
            "auth-asks-preflight-only", .order, .broken, cause: "auth-before-cors",
            "Asks preflights of protected routes for credentials; its 401 to actual requests has the grant.",
            seenIn: "plausible: a guard with a filter of its own for OPTIONS, haproxy ingress #804",
            Deviation.before { request, _ in
                Deviation.isPreflight(request) && request.path.hasPrefix("/protected")
                    ? HTTPResponse(status: 401, headers: ["WWW-Authenticate": "Bearer"]) : nil
            }),
        .faulty(
            "proxy-asks-preflight", .order, .broken, cause: "auth-before-cors",
            "Answers preflights of protected routes with 407.",
            seenIn: "plausible: an authenticating proxy before the application",
            Deviation.before { request, _ in
                Deviation.isPreflight(request) && request.path.hasPrefix("/protected")
                    ? HTTPResponse(status: 407, headers: ["Proxy-Authenticate": "Basic"]) : nil
            }),
        .faulty(
            "bad-token-without-cors", .order, .broken, cause: "auth-before-cors",
            "Answers 401 outside the CORS layer where an Authorization line is wrong, not where there is none.",
            seenIn: "plausible: a token filter before CORS that passes requests without a token",
            Deviation.outsideCORS { request, plain in
                plain.status == 401 && request.headers.contains(.authorization)
            }),
        .faulty(
            "expired-session-without-cors", .order, .broken, cause: "auth-before-cors",
            "Answers 401 outside the CORS layer where a cookie is no longer good.",
            seenIn: "plausible: a session filter before CORS",
            Deviation.outsideCORS { request, plain in plain.status == 401 && request.headers.contains(.cookie) }),
        .faulty(
            "unauthorized-head-without-cors", .order, .broken, cause: "auth-before-cors",
            "Answers 401 to HEAD outside the CORS layer.",
            seenIn: "plausible: automatic HEAD routes",
            Deviation.outsideCORS { request, plain in plain.status == 401 && request.method == .head }),
        .faulty(
            "unauthorized-writes-without-cors", .order, .broken, cause: "auth-before-cors",
            "Answers 401 outside the CORS layer to any method but GET and HEAD.",
            seenIn: "plausible: a guard for writes before CORS",
            Deviation.outsideCORS { request, plain in
                plain.status == 401 && request.method != .get && request.method != .head
            }),
        .faulty(
            "forbidden-without-cors", .order, .broken, cause: "errors-outside-cors",
            "Answers 403 instead of 401, outside the CORS layer.",
            seenIn: "plausible: Spring Security's access-denied handler before its CORS filter",
            Deviation.around { application, request in
                guard !Deviation.isPreflight(request) else { return application.answer(request) }
                var plain = application.application.respond(to: request)
                guard plain.status == 401 else { return application.answer(request) }
                plain.status = 403
                return plain
            }),
        .faulty(
            "login-redirect-without-cors", .order, .broken, cause: "redirect-outside-cors",
            "Redirects to a login page where it should answer 401, outside the CORS layer.",
            seenIn: "plausible: oauth2-proxy and web frameworks' login filters",
            Deviation.around { application, request in
                guard !Deviation.isPreflight(request) else { return application.answer(request) }
                let plain = application.application.respond(to: request)
                return plain.status == 401
                    ? HTTPResponse(status: 302, headers: ["Location": "/login"]) : application.answer(request)
            }),
        .faulty(
            "authorized-without-cors", .order, .broken, cause: "cors-not-on-route",
            "Grants the 401 and not what comes after authentication.",
            seenIn: "plausible: CORS put into the handler of authentication errors",
            Deviation.outsideCORS { request, plain in plain.status == 200 && request.path.hasPrefix("/protected") }),
        .faulty(
            "unauthorized-without-credentials", .order, .broken, cause: "credentials-missing",
            "Leaves Access-Control-Allow-Credentials off the 401.",
            seenIn: "plausible: a guard that writes the grant by hand",
            Deviation.after { _, response, _ in
                if response.status == 401 { response.headers.remove(.accessControlAllowCredentials) }
            }),
        .faulty(
            "unauthorized-any-origin", .order, .unsafe, cause: "reflects-any-origin",
            "Answers every origin with itself on the 401.",
            seenIn: "plausible: a guard that writes the grant by hand",
            Deviation.after { request, response, policy in
                guard response.status == 401, policy.allowOrigins != ["*"], let origin = request.headers.first(.origin)
                else { return }
                response.headers.set(.accessControlAllowOrigin, origin)
            }),
        .faulty(
            "csrf-before-cors", .order, .broken, cause: "errors-outside-cors",
            "Refuses a POST without a token of its own with 403, before CORS.",
            seenIn: "plausible: Django's and Laravel's CSRF middleware before CORS",
            Deviation.forbidding { $0.method == .post }),
        .faulty(
            "writes-forbidden-before-cors", .order, .broken, cause: "errors-outside-cors",
            "Refuses PUT, PATCH and DELETE with 403, before CORS, though their preflights pass.",
            seenIn: "plausible: web application firewalls with a list of methods",
            Deviation.forbidding { ["PUT", "PATCH", "DELETE"].contains($0.method) }),
    ]
}
