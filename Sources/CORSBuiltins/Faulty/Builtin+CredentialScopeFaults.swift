import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Credentials that are granted in some answers and not in others.
    static let credentialScopeFaults: [Builtin] = [
        .faulty(
            "credentials-on-get-only", .credentials, .broken, cause: "credentials-missing",
            "Grants credentials to GET and preflights alone.",
            seenIn: "plausible: a handler of its own",
            Deviation.after { request, response, policy in
                if !Deviation.isPreflight(request), request.method != .get, policy.allowCredentials {
                    response.headers.remove(.accessControlAllowCredentials)
                }
            }),
        .faulty(
            "credentials-not-on-head", .credentials, .broken, cause: "credentials-missing",
            "Leaves credentials out of answers to HEAD.",
            seenIn: "plausible: a HEAD that another handler answers",
            Deviation.after { request, response, policy in
                if request.method == .head, policy.allowCredentials {
                    response.headers.remove(.accessControlAllowCredentials)
                }
            }),
        .faulty(
            "credentials-on-preflight-only", .credentials, .broken, cause: "credentials-missing",
            "Leaves credentials out of actual answers.",
            seenIn: "plausible: a layer for preflights alone",
            Deviation.after { request, response, policy in
                if !Deviation.isPreflight(request), policy.allowCredentials {
                    response.headers.remove(.accessControlAllowCredentials)
                }
            }),
        .faulty(
            "credentials-first-origin-only", .credentials, .broken, cause: "credentials-missing",
            "Grants credentials to the first listed origin alone.",
            seenIn: "plausible: settings for each origin",
            Deviation.after { request, response, policy in
                if policy.allowOrigins.dropFirst().contains(request.headers.first(.origin)?.text ?? "") {
                    response.headers.remove(.accessControlAllowCredentials)
                }
            }),
        .faulty(
            "credentials-by-https-only", .credentials, .broken, cause: "credentials-missing",
            "Grants credentials to origins of https alone.",
            seenIn: "plausible: a rule for secure cookies",
            Deviation.after { request, response, policy in
                if request.headers.first(.origin)?.text.hasPrefix("http:") == true, policy.allowCredentials {
                    response.headers.remove(.accessControlAllowCredentials)
                }
            }),
        .faulty(
            "credentials-without-cookie-only", .credentials, .broken, cause: "credentials-missing",
            "Leaves credentials out where a cookie comes.",
            seenIn: "plausible: a cache that strips what belongs to a session",
            Deviation.after { request, response, policy in
                if request.headers.contains(.cookie), policy.allowCredentials {
                    response.headers.remove(.accessControlAllowCredentials)
                }
            }),
        .faulty(
            "credentials-one", .credentials, .broken, cause: "credentials-misspelt",
            "Writes Access-Control-Allow-Credentials: 1.",
            seenIn: "plausible: a truth value that is written as a number",
            Deviation.writing(.accessControlAllowCredentials) { _, _, _ in "1" }),
        .faulty(
            "credentials-false", .credentials, .broken, cause: "credentials-misspelt",
            "Writes Access-Control-Allow-Credentials: false.",
            seenIn: "plausible: a setting that is read twice",
            Deviation.writing(.accessControlAllowCredentials) { _, _, _ in "false" }),
        .faulty(
            "credentials-unmeant-with-cookie", .credentials, .unsafe, cause: "credentials-unmeant",
            "Grants credentials that the policy does not, where a cookie comes.",
            seenIn: "plausible: a session that counts as a setting",
            Deviation.after { request, response, _ in
                if let granted = response.headers.first(.accessControlAllowOrigin), granted != "*",
                    request.headers.contains(.cookie)
                {
                    response.headers.set(.accessControlAllowCredentials, "true")
                }
            }),
        .faulty(
            "credentials-unmeant-on-actual", .credentials, .unsafe, cause: "credentials-unmeant",
            "Grants credentials that the policy does not, in actual answers.",
            seenIn: "plausible: a handler that adds the header",
            Deviation.after { request, response, _ in
                if let granted = response.headers.first(.accessControlAllowOrigin), granted != "*",
                    !Deviation.isPreflight(request)
                {
                    response.headers.set(.accessControlAllowCredentials, "true")
                }
            }),
        .faulty(
            "trap-with-cookie-only", .credentialsTrap, .unsafe, cause: "trap-policy",
            "Falls into the trap only where a cookie comes.",
            seenIn: "plausible: credentials that follow the request",
            { policy in
                let isTrap = try PolicyMeaning.isTrap(policy)
                let application = try ReferenceApplication(for: policy)
                return { request in
                    var response = application.answer(request)
                    if isTrap, !Deviation.isPreflight(request), !request.headers.contains(.cookie) {
                        response.headers.remove(.accessControlAllowCredentials)
                    }
                    return response
                }
            }),
        .faulty(
            "trap-without-cookie-only", .credentialsTrap, .unsafe, cause: "trap-policy",
            "Falls into the trap only where no cookie comes.",
            seenIn: "plausible: a check in the session layer",
            { policy in
                let isTrap = try PolicyMeaning.isTrap(policy)
                let application = try ReferenceApplication(for: policy)
                return { request in
                    var response = application.answer(request)
                    if isTrap, request.headers.contains(.cookie) {
                        response.headers.remove(.accessControlAllowCredentials)
                    }
                    return response
                }
            }),
        .faulty(
            "trap-on-actual-only", .credentialsTrap, .unsafe, cause: "trap-policy",
            "Falls into the trap in actual answers alone.",
            seenIn: "plausible: preflights that another layer answers",
            { policy in
                let isTrap = try PolicyMeaning.isTrap(policy)
                let application = try ReferenceApplication(for: policy)
                return { request in
                    var response = application.answer(request)
                    if isTrap, Deviation.isPreflight(request) {
                        response.headers.remove(.accessControlAllowCredentials)
                    }
                    return response
                }
            }),
        .faulty(
            "trap-on-errors-only", .credentialsTrap, .unsafe, cause: "trap-policy",
            "Falls into the trap in answers other than 200 alone.",
            seenIn: "plausible: a handler for errors that echoes",
            { policy in
                let isTrap = try PolicyMeaning.isTrap(policy)
                let application = try ReferenceApplication(for: policy)
                return { request in
                    var response = application.answer(request)
                    if isTrap, Deviation.isPreflight(request) || response.status == 200 {
                        response.headers.remove(.accessControlAllowCredentials)
                    }
                    return response
                }
            }),
    ]
}
