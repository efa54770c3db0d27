import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Exposed headers that are written otherwise, and rightly.
    static let correctExposure: [Builtin] = [
        .correct(
            "expose-over-lines", .exposedHeaders, "Writes each exposed name on a line of its own.",
            seenIn: "servers that add a header each time",
            Deviation.after { _, response, policy in
                guard response.headers.contains(.accessControlExposeHeaders), policy.exposeHeaders != ["*"] else {
                    return
                }
                response.headers.remove(.accessControlExposeHeaders)
                for name in policy.exposeHeaders {
                    response.headers.append(.accessControlExposeHeaders, FieldValue(name))
                }
            }),
        .correct(
            "expose-odd-spacing", .exposedHeaders,
            "Writes the exposed names in lower case, with odd spacing, some twice.",
            seenIn: "servers that join several lists",
            Deviation.exposing { _, names in
                (names + names.prefix(1)).map { $0.lowercased() }.joined(separator: "\t,,  ") + " ,"
            }),
        .correct(
            "expose-safelisted-too", .exposedHeaders, "Exposes names that scripts see anyway as well.",
            seenIn: "many",
            Deviation.exposing { _, names in (["Content-Type", "Cache-Control"] + names).joined(separator: ", ") }),
        .correct(
            "expose-to-refused", .exposedHeaders,
            "Lists exposed headers to refused origins as well, without the grant.",
            seenIn: "express, hono, fiber",
            Deviation.after { request, response, policy in
                if !Deviation.isPreflight(request), !response.headers.contains(.accessControlExposeHeaders),
                    !policy.exposeHeaders.isEmpty
                {
                    response.headers.append(
                        .accessControlExposeHeaders, FieldValue(policy.exposeHeaders.joined(separator: ", ")))
                }
            }),
        .correct(
            "expose-names-for-wildcard", .exposedHeaders,
            "Where every header is exposed, names those that the answer carries.",
            seenIn: "aiohttp-cors, actix-cors",
            Deviation.after { _, response, policy in
                guard policy.exposeHeaders == ["*"], response.headers.contains(.accessControlExposeHeaders) else {
                    return
                }
                let names = response.headers.fields.map(\.name.text)
                response.headers.set(.accessControlExposeHeaders, FieldValue(names.joined(separator: ", ")))
            }),
        .correct(
            "set-cookie-named", .exposedHeaders,
            "Names Set-Cookie among the exposed headers, which no script ever sees.",
            seenIn: "hand-written lists",
            Deviation.exposing { _, names in (names + ["Set-Cookie"]).joined(separator: ", ") }),
    ]
}
