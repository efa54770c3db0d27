import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Response headers that scripts see, or do not see, against the policy.
    static let exposureFaults: [Builtin] = [
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
            "expose-missing", .exposedHeaders, .broken, cause: "expose-missing", "Exposes no header.",
            seenIn: "plausible: middleware without such a setting",
            Deviation.exposing { _, _ in nil }),
        .faulty(
            "exposed-first-only", .exposedHeaders, .broken, cause: "expose-missing", "Exposes the first header alone.",
            seenIn: "plausible: a setting that takes one name",
            Deviation.exposing { _, names in names.first }),
        .faulty(
            "exposed-last-only", .exposedHeaders, .broken, cause: "expose-missing", "Exposes the last header alone.",
            seenIn: "plausible: a header that is set once for each name",
            Deviation.exposing { _, names in names.last }),
        .faulty(
            "exposed-not-on-head", .exposedHeaders, .broken, cause: "expose-missing", "Exposes no header to HEAD.",
            seenIn: "plausible: automatic HEAD routes",
            Deviation.exposing { request, names in request.method == .head ? nil : names.joined(separator: ", ") }),
        .faulty(
            "exposed-on-get-only", .exposedHeaders, .broken, cause: "expose-missing", "Exposes headers to GET alone.",
            seenIn: "plausible: hand-written middleware",
            Deviation.exposing { request, names in request.method == .get ? names.joined(separator: ", ") : nil }),
        .faulty(
            "exposed-with-cookie-only", .exposedHeaders, .broken, cause: "expose-missing",
            "Exposes headers only where a cookie came.",
            seenIn: "plausible: an answer for credentialed requests that is written apart",
            Deviation.exposing { request, names in
                request.headers.contains(.cookie) ? names.joined(separator: ", ") : nil
            }),
        .faulty(
            "exposed-without-cookie-only", .exposedHeaders, .broken, cause: "expose-missing",
            "Exposes no header where a cookie came.",
            seenIn: "plausible: an answer for credentialed requests that is written apart",
            Deviation.exposing { request, names in
                request.headers.contains(.cookie) ? nil : names.joined(separator: ", ")
            }),
        .faulty(
            "exposed-not-authorized", .exposedHeaders, .broken, cause: "expose-missing",
            "Exposes no header where an Authorization line came.",
            seenIn: "plausible: CORS in the handlers of authentication",
            Deviation.exposing { request, names in
                request.headers.contains(.authorization) ? nil : names.joined(separator: ", ")
            }),
        .faulty(
            "exposed-to-first-origin", .exposedHeaders, .broken, cause: "expose-missing",
            "Exposes headers to the first listed origin alone.",
            seenIn: "plausible: settings by origin, of which one is complete",
            Deviation.after { request, response, policy in
                if let origin = request.headers.first(.origin)?.text, policy.allowOrigins.dropFirst().contains(origin) {
                    response.headers.remove(.accessControlExposeHeaders)
                }
            }),
        .faulty(
            "exposed-with-headers-only", .exposedHeaders, .broken, cause: "expose-missing",
            "Exposes headers only where the policy lists request headers as well.",
            seenIn: "elysia-cors #33, #34",
            Deviation.after { _, response, policy in
                if policy.allowHeaders.isEmpty { response.headers.remove(.accessControlExposeHeaders) }
            }),
        .faulty(
            "exposed-with-semicolons", .exposedHeaders, .broken, cause: "expose-not-a-list",
            "Writes semicolons between the exposed names, and one after them.",
            seenIn: "plausible: configuration files",
            Deviation.exposing { _, names in names.map { $0 + ";" }.joined(separator: " ") }),
        .faulty(
            "exposed-as-array", .exposedHeaders, .broken, cause: "expose-not-a-list",
            "Writes the exposed names as the description of an array.",
            seenIn: "plausible: string interpolation of an array",
            Deviation.exposing { _, names in "\(names)" }),
        .faulty(
            "exposed-misspelt", .exposedHeaders, .broken, cause: "expose-missing",
            "Writes underscores for the hyphens of the exposed names.",
            seenIn: "plausible: names taken from environment variables",
            Deviation.exposing { _, names in names.joined(separator: ", ").replacing("-", with: "_") }),
        .faulty(
            "exposed-cut-short", .exposedHeaders, .broken, cause: "expose-missing",
            "Cuts names at the first sign that is no letter, digit or hyphen.",
            seenIn: "plausible: rs/cors 64df15c, which parsed request headers so",
            Deviation.exposing { _, names in
                names.map { name in
                    String(name.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
                }.filter { !$0.isEmpty }.joined(separator: ", ")
            }),
        .faulty(
            "exposes-safelist-only", .exposedHeaders, .broken, cause: "expose-missing",
            "Exposes Content-Length and Content-Type, whatever is configured.",
            seenIn: "plausible: nginx recipes",
            Deviation.exposing { _, _ in "Content-Length, Content-Type" }),
        .faulty(
            "exposes-wildcard-too", .exposedHeaders, .unsafe, cause: "exposes-too-much",
            "Writes * beside the exposed names.",
            seenIn: "plausible: a default that is added to the list",
            Deviation.exposing { _, names in (names + ["*"]).joined(separator: ", ") }),
        .faulty(
            "exposes-fixed-names", .exposedHeaders, .unsafe, cause: "exposes-too-much",
            "Exposes names of its own beside the policy's, which the answer may or may not carry.",
            seenIn: "plausible: recipes with DNT, X-Request-Id and the like",
            Deviation.exposing { _, names in (names + ["X-Corspec-Internal"]).joined(separator: ", ") }),
        .faulty(
            "exposes-request-headers", .exposedHeaders, .unsafe, cause: "exposes-too-much",
            "Exposes the request headers that the policy allows.",
            seenIn: "plausible: one list for both settings",
            Deviation.after { _, response, policy in
                if response.headers.contains(.accessControlExposeHeaders), policy.allowHeaders != ["*"],
                    !policy.allowHeaders.isEmpty, policy.exposeHeaders != ["*"]
                {
                    response.headers.set(
                        .accessControlExposeHeaders,
                        FieldValue((policy.exposeHeaders + policy.allowHeaders).joined(separator: ", ")))
                }
            }),
        .faulty(
            "exposes-too-much-on-errors", .exposedHeaders, .unsafe, cause: "exposes-too-much",
            "Exposes everything on server errors.",
            seenIn: "plausible: error handlers that help developers",
            Deviation.after { _, response, policy in
                if response.status == 500, response.headers.contains(.accessControlAllowOrigin),
                    policy.exposeHeaders != ["*"]
                {
                    response.headers.set(.accessControlExposeHeaders, "*, X-Corspec-Hidden")
                }
            }),
    ]
}
