import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Credentials that are granted wrongly, or not at all.
    static let credentialFaults: [Builtin] = [
        .faulty(
            "trap-reflected", .credentialsTrap, .unsafe, cause: "trap-policy",
            "Answers any origin with itself and grants credentials to it.",
            seenIn: "koa, hapi, django-cors-headers and Jetty under any-origin with credentials",
            { policy in
                let application = try ReferenceApplication(for: policy)
                return { application.answer($0) }
            }),
        .faulty(
            "trap-wildcard", .credentialsTrap, .broken, cause: "trap-policy",
            "Answers * and announces credentials beside it.",
            seenIn: "CVE-2024-25124 (fiber), rs/cors, gin",
            { policy in
                let isTrap = try PolicyMeaning.isTrap(policy)
                let application = try ReferenceApplication(for: policy)
                return { request in
                    var response = application.answer(request)
                    if isTrap, response.headers.contains(.accessControlAllowOrigin) {
                        response.headers.set(.accessControlAllowOrigin, "*")
                    }
                    return response
                }
            }),
        .faulty(
            "wildcard-for-list", .originMatching, .unsafe, cause: "wildcard-for-list",
            "Answers * whatever the list says.", seenIn: "nginx recipes",
            Deviation.after { _, response, _ in response.headers.set(.accessControlAllowOrigin, "*") }),
        .faulty(
            "credentials-missing", .credentials, .broken, cause: "credentials-missing",
            "Never sends Access-Control-Allow-Credentials.",
            seenIn: "hummingbird #236, actframework #1325",
            Deviation.after { _, response, _ in response.headers.remove(.accessControlAllowCredentials) }),
        .faulty(
            "credentials-capital", .credentials, .broken, cause: "credentials-misspelt",
            "Writes Access-Control-Allow-Credentials: True.",
            seenIn: "suave #575, tornadio2 #34",
            Deviation.after { _, response, _ in
                if response.headers.contains(.accessControlAllowCredentials) {
                    response.headers.set(.accessControlAllowCredentials, "True")
                }
            }),
        .faulty(
            "credentials-always", .credentials, .unsafe, cause: "credentials-unmeant",
            "Grants credentials though the policy does not.",
            seenIn: "CVE-2018-8014 (Tomcat), Jetty's default",
            Deviation.after { _, response, _ in
                if let granted = response.headers.first(.accessControlAllowOrigin), granted != "*" {
                    response.headers.set(.accessControlAllowCredentials, "true")
                }
            }),
        .faulty(
            "credentials-with-cookie-only", .credentials, .broken, cause: "credentials-missing",
            "Grants credentials only where a cookie came.",
            seenIn: "gateway-api #3861",
            Deviation.after { request, response, _ in
                if !request.headers.contains(.cookie) { response.headers.remove(.accessControlAllowCredentials) }
            }),
        .faulty(
            "credentials-not-on-preflight", .credentials, .broken, cause: "credentials-missing",
            "Leaves credentials out of preflights' answers.",
            seenIn: "hand-written OPTIONS handlers",
            Deviation.afterPreflight { _, response, _ in response.headers.remove(.accessControlAllowCredentials) }),
        .faulty(
            "credentials-beside-wildcard", .credentialsTrap, .hazard, cause: "wildcard-with-credentials",
            "Announces credentials beside * where the policy has none.",
            seenIn: "gin and rs/cors with both configured",
            Deviation.after { _, response, _ in
                if response.headers.first(.accessControlAllowOrigin) == "*" {
                    response.headers.set(.accessControlAllowCredentials, "true")
                }
            }),
    ]
}
