import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Request headers that are granted wrongly.
    static let headerFaults: [Builtin] = [
        .faulty(
            "headers-reflected", .requestHeaders, .unsafe, cause: "headers-reflected",
            "Grants whatever headers a preflight asks for.",
            seenIn: "expressjs/cors and hono by default",
            Deviation.configured { policy in
                var changed = policy
                changed.allowHeaders = ["*"]
                return changed
            }),
        .faulty(
            "headers-missing", .requestHeaders, .broken, cause: "headers-missing",
            "Never sends Access-Control-Allow-Headers.", seenIn: "http4s #2003",
            Deviation.afterPreflight { _, response, _ in response.headers.remove(.accessControlAllowHeaders) }),
        .faulty(
            "headers-first-only", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Grants only the first of several request headers.",
            seenIn: "hand-written middleware",
            Deviation.configured { policy in
                var changed = policy
                if policy.allowHeaders != ["*"] { changed.allowHeaders = Array(policy.allowHeaders.prefix(1)) }
                return changed
            }),
        .faulty(
            "headers-case-sensitive", .requestHeaders, .broken, cause: "preflight-refuses-headers",
            "Compares the names asked for with regard to case.",
            seenIn: "starlette #411, hapi #2866",
            Deviation.before { request, policy in
                guard Deviation.isPreflight(request), policy.allowHeaders != ["*"],
                    let asked = request.headers.first(.accessControlRequestHeaders)
                else { return nil }
                let names = asked.text.split(separator: ",").map(String.init)
                return names.allSatisfy { policy.allowHeaders.contains($0) } ? nil : HTTPResponse(status: 403)
            }),
        .faulty(
            "headers-with-semicolons", .malformedGrants, .broken, cause: "headers-not-a-list",
            "Separates the request headers with semicolons.",
            seenIn: "configuration files",
            Deviation.afterPreflight { _, response, policy in
                if policy.allowHeaders != ["*"], response.headers.contains(.accessControlAllowHeaders) {
                    response.headers.set(
                        .accessControlAllowHeaders, FieldValue(policy.allowHeaders.joined(separator: "; ")))
                }
            }),
        .faulty(
            "cookie-without-samesite", .credentials, .hazard, cause: "cookie-not-sent-cross-site",
            "Sets a cookie that browsers do not send cross-site.",
            seenIn: "session middleware by default",
            Deviation.after { request, response, _ in
                if !Deviation.isPreflight(request) {
                    response.headers.append("Set-Cookie", "session=1; Path=/; HttpOnly")
                }
            }),
    ]
}
