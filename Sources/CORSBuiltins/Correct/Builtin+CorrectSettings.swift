import CORSPolicy
import CORSVocabulary

extension Builtin {
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
