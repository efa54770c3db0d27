import StrictJSON

/// A policy's settings as written, each with its place, before they are checked.
struct PolicyDraft {
    /// A text and where it stands, nil for a policy that is in no file.
    struct Text {
        var text: String
        var position: SourcePosition?
    }

    var allowOrigins: [Text]?
    var allowOriginRegex: Text?
    var allowMethods: [Text]?
    var allowHeaders: [Text]?
    var allowCredentials: Bool?
    var exposeHeaders: [Text]?
    var maxAge: (seconds: Int, position: SourcePosition?)?
    /// The value of `max_age`, of whatever type it is.
    var maxAgeAsWritten: JSONNode?
    var mustGrant: [Text]?
    var mustRefuse: [Text]?

    /// The policy, as it is.
    var policy: Policy {
        Policy(
            allowOrigins: allowOrigins?.map(\.text), allowOriginRegex: allowOriginRegex?.text,
            allowMethods: allowMethods?.map(\.text), allowHeaders: allowHeaders?.map(\.text),
            allowCredentials: allowCredentials, exposeHeaders: exposeHeaders?.map(\.text), maxAge: maxAge?.seconds,
            mustGrant: (mustGrant ?? []).map(\.text), mustRefuse: (mustRefuse ?? []).map(\.text))
    }
}

extension PolicyDraft {
    /// Makes a draft of a policy that is in no file.
    init(_ policy: Policy) {
        func texts(_ setting: Policy.Setting, _ values: [String]) -> [Text]? {
            policy.stated.contains(setting) || !values.isEmpty ? values.map { Text(text: $0, position: nil) } : nil
        }
        allowOrigins = texts(.allowOrigins, policy.allowOrigins)
        allowOriginRegex = policy.allowOriginRegex.map { Text(text: $0, position: nil) }
        allowMethods = texts(.allowMethods, policy.allowMethods)
        allowHeaders = texts(.allowHeaders, policy.allowHeaders)
        exposeHeaders = texts(.exposeHeaders, policy.exposeHeaders)
        allowCredentials = policy.allowCredentials
        maxAge = policy.maxAge.map { ($0, nil) }
        mustGrant = policy.mustGrant.map { Text(text: $0, position: nil) }
        mustRefuse = policy.mustRefuse.map { Text(text: $0, position: nil) }
    }
}
