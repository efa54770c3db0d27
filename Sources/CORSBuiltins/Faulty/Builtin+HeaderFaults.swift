import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Response headers that are exposed wrongly, and cookies.
    static let headerFaults: [Builtin] = [
        .faulty(
            "exposed-on-preflight-only", .exposedHeaders, .broken, cause: "exposed-on-preflight-only",
            "Sends Access-Control-Expose-Headers on preflights alone.",
            seenIn: "hummingbird 2.28, quarkus #33922",
            Deviation.after { request, response, policy in
                response.headers.remove(.accessControlExposeHeaders)
                if Deviation.isPreflight(request), !policy.exposeHeaders.isEmpty {
                    response.headers.append(
                        .accessControlExposeHeaders, FieldValue(policy.exposeHeaders.joined(separator: ", ")))
                }
            }),
        .faulty(
            "exposed-as-wildcard", .exposedHeaders, .unsafe, cause: "exposes-too-much",
            "Exposes *: everything, or with credentials nothing.",
            seenIn: "apisix #7314",
            Deviation.after { _, response, _ in
                if response.headers.contains(.accessControlExposeHeaders) {
                    response.headers.set(.accessControlExposeHeaders, "*")
                }
            }),
        .faulty(
            "exposes-too-much", .exposedHeaders, .unsafe, cause: "exposes-too-much",
            "Exposes every header that an answer carries.",
            seenIn: "aiohttp-cors with expose_headers any",
            Deviation.after { request, response, _ in
                guard response.headers.contains(.accessControlAllowOrigin), !Deviation.isPreflight(request) else {
                    return
                }
                let names = response.headers.fields.map(\.name.text).joined(separator: ", ")
                response.headers.set(.accessControlExposeHeaders, FieldValue(names))
            }),
        .faulty(
            "expose-misnamed", .exposedHeaders, .broken, cause: "expose-missing", "Sends Access-Control-Expose-Header.",
            seenIn: "hand-written middleware",
            Deviation.after { _, response, _ in
                if let value = response.headers.first(.accessControlExposeHeaders) {
                    response.headers.remove(.accessControlExposeHeaders)
                    response.headers.append("Access-Control-Expose-Header", value)
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
