import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Preflights that grant too much or too little.
    static let preflightFaults: [Builtin] = [
        .faulty(
            "preflight-any-origin", .originMatching, .unsafe, cause: "reflects-any-origin",
            "Grants every origin on preflights, so that writes go through.",
            seenIn: "hand-written OPTIONS handlers",
            { policy in
                try Deviation.refuseTrap(policy)
                let right = try ReferenceApplication(for: policy)
                let loose = try ReferenceApplication(for: policy) { _ in true }
                return { Deviation.isPreflight($0) ? loose.answer($0) : right.answer($0) }
            }),
        .faulty(
            "actual-any-origin", .originMatching, .unsafe, cause: "reflects-any-origin",
            "Grants every origin on actual answers and checks preflights alone.",
            seenIn: "hand-written middleware",
            { policy in
                try Deviation.refuseTrap(policy)
                let right = try ReferenceApplication(for: policy)
                let loose = try ReferenceApplication(for: policy) { _ in true }
                return { Deviation.isPreflight($0) ? right.answer($0) : loose.answer($0) }
            }),
        .faulty(
            "method-reflected", .methods, .unsafe, cause: "methods-reflected",
            "Grants whatever method a preflight asks for.",
            seenIn: "echo's way of listing methods",
            Deviation.configured { policy in
                var changed = policy
                changed.allowMethods = ["*"]
                return changed
            }),
        .faulty(
            "methods-lower-case", .methods, .broken, cause: "method-case", "Writes the methods in lower case.",
            seenIn: "axios #26, expressjs #261",
            Deviation.afterPreflight { _, response, _ in
                if let value = response.headers.first(.accessControlAllowMethods) {
                    response.headers.set(.accessControlAllowMethods, FieldValue(value.text.lowercased()))
                }
            }),
        .faulty(
            "methods-as-array", .malformedGrants, .broken, cause: "methods-not-a-list",
            "Writes the methods as the description of an array.",
            seenIn: "string interpolation of an array",
            Deviation.afterPreflight { _, response, policy in
                if response.headers.contains(.accessControlAllowMethods) {
                    response.headers.set(.accessControlAllowMethods, FieldValue("\(policy.allowMethods)"))
                }
            }),
        .faulty(
            "methods-safelisted-only", .methods, .broken, cause: "method-not-listed",
            "Lists GET, HEAD and POST whatever is configured.",
            seenIn: "gorilla/handlers 6c51c5d",
            Deviation.afterPreflight { _, response, _ in
                if response.headers.contains(.accessControlAllowMethods) {
                    response.headers.set(.accessControlAllowMethods, "GET, HEAD, POST")
                }
            }),
        .faulty(
            "max-age-with-unit", .maxAge, .hazard, cause: "max-age-wrong", "Writes the max-age with a unit.",
            seenIn: "istio #4318",
            Deviation.afterPreflight { _, response, _ in
                if let value = response.headers.first(.accessControlMaxAge) {
                    response.headers.set(.accessControlMaxAge, FieldValue(value.text + "s"))
                }
            }),
        .faulty(
            "max-age-milliseconds", .maxAge, .hazard, cause: "max-age-wrong", "Writes the max-age in milliseconds.",
            seenIn: "planka #1779, the same slip in Cache-Control",
            Deviation.afterPreflight { _, response, _ in
                if let value = response.headers.first(.accessControlMaxAge) {
                    response.headers.set(.accessControlMaxAge, FieldValue(value.text + "000"))
                }
            }),
        .faulty(
            "max-age-misnamed", .maxAge, .hazard, cause: "field-misspelt", "Sends Access-Control-Allow-Max-Age.",
            seenIn: "expressjs/cors #13, koa-cors #8",
            Deviation.afterPreflight { _, response, _ in
                if let value = response.headers.first(.accessControlMaxAge) {
                    response.headers.remove(.accessControlMaxAge)
                    response.headers.append("Access-Control-Allow-Max-Age", value)
                }
            }),
        .faulty(
            "refusal-server-error", .preflights, .hazard, cause: "server-error-on-refusal",
            "Fails with 500 where it refuses a preflight.",
            seenIn: "vertx-web #2556",
            Deviation.afterPreflight { _, response, _ in if response.status == 403 { response.status = 500 } }),
    ]
}
