import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Answers that are right alone and wrong one after the other.
    static let cacheFaults: [Builtin] = [
        .faulty(
            "vary-missing", .caches, .hazard, cause: "vary-missing", "Never sends Vary.",
            seenIn: "expressjs/cors #239, behind a CDN",
            Deviation.after { _, response, _ in response.headers.remove(.vary) }),
        .faulty(
            "vary-only-when-granted", .caches, .hazard, cause: "vary-missing", "Sends Vary only beside a grant.",
            seenIn: "expressjs/cors #105; starlette, vapor and gorilla today",
            Deviation.after { _, response, _ in
                if !response.headers.contains(.accessControlAllowOrigin) { response.headers.remove(.vary) }
            }),
        .faulty(
            "vary-missing-shared-cache", .caches, .broken, cause: "vary-missing",
            "Never sends Vary, and invites shared caches.",
            seenIn: "CDN set-ups, expressjs/cors #239",
            Deviation.after { _, response, _ in
                response.headers.remove(.vary)
                response.headers.append("Cache-Control", "public, max-age=60")
            }),
        .faulty(
            "vary-missing-on-head", .caches, .hazard, cause: "vary-missing", "Sends no Vary on answers to HEAD.",
            seenIn: "plausible: automatic HEAD routes",
            Deviation.withoutVary { request, _ in request.method == .head }),
        .faulty(
            "vary-missing-on-errors", .caches, .hazard, cause: "vary-missing", "Sends no Vary on errors.",
            seenIn: "koa #55",
            Deviation.withoutVary { _, response in response.status >= 400 }),
        .faulty(
            "vary-missing-without-origin", .caches, .hazard, cause: "vary-missing",
            "Sends Vary only where an Origin came.",
            seenIn: "gorilla/handlers, rack-cors and others that pass requests without Origin on",
            Deviation.withoutVary { request, _ in !request.headers.contains(.origin) }),
        .faulty(
            "vary-missing-when-refused", .caches, .hazard, cause: "vary-missing",
            "Sends no Vary to refused origins, and to all others.",
            seenIn: "plausible: expressjs/cors #106",
            Deviation.withoutVary { request, response in
                request.headers.contains(.origin) && !response.headers.contains(.accessControlAllowOrigin)
            }),
        .faulty(
            "vary-missing-with-cookie", .caches, .hazard, cause: "vary-missing",
            "Sends no Vary where a cookie came.",
            seenIn: "plausible: session layers that write Vary: Cookie",
            Deviation.vary { request in request.headers.contains(.cookie) ? "Cookie" : nil }),
        .faulty(
            "vary-missing-for-listed-first", .caches, .hazard, cause: "vary-missing",
            "Sends no Vary to the first listed origin, which it takes for its only one.",
            seenIn: "plausible: a main origin with exceptions beside it",
            Deviation.after { request, response, policy in
                if policy.allowOrigins != ["*"], let first = policy.allowOrigins.first,
                    request.headers.first(.origin) == FieldValue(first)
                {
                    response.headers.remove(.vary)
                }
            }),
        .faulty(
            "vary-overwritten", .caches, .hazard, cause: "vary-missing", "Has a compressing layer that sets Vary anew.",
            seenIn: "guardian/frontend #4806, caddy #438, huma #76",
            Deviation.vary { _ in "Accept-Encoding" }),
        .faulty(
            "vary-misspelt", .caches, .hazard, cause: "vary-missing", "Writes Vary: Origins.",
            seenIn: "plausible: hand-written headers",
            Deviation.vary { _ in "Origins" }),
        .faulty(
            "vary-quoted", .caches, .hazard, cause: "vary-missing", "Writes Vary with quotes around the name.",
            seenIn: "plausible: values written as JSON",
            Deviation.vary { _ in "\"Origin\"" }),
        .faulty(
            "vary-with-semicolon", .caches, .hazard, cause: "vary-missing", "Writes Vary: Accept-Encoding; Origin.",
            seenIn: "plausible: hand-written headers",
            Deviation.vary { _ in "Accept-Encoding; Origin" }),
        .faulty(
            "vary-by-grant", .caches, .hazard, cause: "vary-missing", "Writes Vary: Access-Control-Allow-Origin.",
            seenIn: "plausible: the response's field taken for the request's",
            Deviation.vary { _ in "Access-Control-Allow-Origin" }),
        .faulty(
            "vary-on-preflight-only", .caches, .hazard, cause: "vary-missing", "Sends Vary on preflights alone.",
            seenIn: "plausible: hand-written OPTIONS handlers",
            Deviation.withoutVary { request, _ in !Deviation.isPreflight(request) }),
        .faulty(
            "vary-first-answer-only", .caches, .hazard, cause: "vary-missing", "Sends Vary on its first answer alone.",
            seenIn: "plausible: a flag that the header is set",
            Deviation.remembering(false) { isDone, application, request in
                var response = application.answer(request)
                if isDone { response.headers.remove(.vary) }
                isDone = true
                return response
            }),
        .faulty(
            "vary-missing-cdn", .caches, .broken, cause: "vary-missing",
            "Sends no Vary to requests without an Origin, and lets a CDN keep the answer.",
            seenIn: "plausible: set-ups with s-maxage for a CDN",
            Deviation.after { request, response, _ in
                response.headers.append("Cache-Control", "s-maxage=300")
                if !request.headers.contains(.origin) { response.headers.remove(.vary) }
            }),
        .faulty(
            "private-without-vary", .caches, .hazard, cause: "vary-missing",
            "Sends Cache-Control: private in place of Vary: a browser's own cache serves two origins as well.",
            seenIn: "plausible: Cache-Control taken for enough",
            Deviation.after { _, response, _ in
                response.headers.remove(.vary)
                response.headers.append("Cache-Control", "private, max-age=60")
            }),
        .faulty(
            "wildcard-only-with-origin", .caches, .hazard, cause: "vary-missing",
            "Sends * only where an Origin came, without Vary.",
            seenIn: "vapor's .all, rack-cors",
            Deviation.after { request, response, _ in
                if !request.headers.contains(.origin), response.headers.first(.accessControlAllowOrigin) == "*" {
                    Deviation.strip(&response)
                }
            }),
        .faulty(
            "echo-without-vary", .caches, .hazard, cause: "vary-missing",
            "Answers any origin with itself, without Vary.",
            seenIn: "expressjs/cors #239 with origin true",
            Deviation.after { request, response, _ in
                if response.headers.first(.accessControlAllowOrigin) == "*",
                    let origin = request.headers.first(.origin)
                {
                    response.headers.set(.accessControlAllowOrigin, origin)
                }
            }),
        .faulty(
            "echo-with-cookie", .caches, .hazard, cause: "vary-missing",
            "Answers any origin with itself where a cookie came, else with *, without Vary.",
            seenIn: "starlette, which answers requests with a cookie by the origin",
            Deviation.after { request, response, _ in
                if response.headers.first(.accessControlAllowOrigin) == "*", request.headers.contains(.cookie),
                    let origin = request.headers.first(.origin)
                {
                    response.headers.set(.accessControlAllowOrigin, origin)
                }
            }),
        .faulty(
            "cache-in-front", .caches, .broken, cause: "cache-answered",
            "Stands behind a cache that keeps answers by address alone.",
            seenIn: "GSA/api.data.gov #397, CDNs that ignore Vary",
            Deviation.remembering([String: HTTPResponse]()) { kept, application, request in
                guard request.method == .get || request.method == .head else { return application.answer(request) }
                let key = request.method.text + request.path
                if var hit = kept[key] {
                    hit.headers.append("Age", "7")
                    return hit
                }
                let response = application.answer(request)
                if response.status == 200 { kept[key] = response }
                return response
            }),
    ]
}
