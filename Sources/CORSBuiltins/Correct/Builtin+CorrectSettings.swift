import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Answers that caches treat alike.
    static let correctCaching: [Builtin] = [
        .correct(
            "no-vary-on-preflight", .caches, "Leaves Vary out of preflights' answers, which nobody caches.",
            seenIn: "jub0bs/cors, hapi",
            Deviation.afterPreflight { _, response, _ in response.headers.remove(.vary) }),
        .correct(
            "vary-many", .caches, "Writes Vary over several lines, in lower case, with more names.",
            seenIn: "rack-cors, tower-http",
            Deviation.after { _, response, _ in
                response.headers.set(.vary, "accept-encoding")
                response.headers.append(.vary, "cookie,origin")
            }),
    ]

    /// Policies that are refused, or taken for less than they say.
    static let correctRefusals: [Builtin] = [
        .correct(
            "trap-without-credentials", .credentialsTrap, "Accepts any-origin with credentials and grants none.",
            seenIn: "http4s", trapWithoutCredentials),
        .correct(
            "refuses-empty-list", .originMatching, "Does not start without an origin.", seenIn: "jub0bs/cors",
            { policy in
                try Deviation.refuseTrap(policy)
                if policy.allowOrigins.isEmpty, policy.allowOriginRegex == nil {
                    throw PolicyRefusal("no origin is listed")
                }
                let application = try ReferenceApplication(for: policy)
                return { application.answer($0) }
            }),
    ]

    private static let trapWithoutCredentials: Deviation.Make = { policy in
        var changed = policy
        if try PolicyMeaning.isTrap(policy) { changed.allowCredentials = false }
        let application = try ReferenceApplication(for: changed)
        return { application.answer($0) }
    }
}
