package import CORSPolicy
package import StrictJSON

/// Writes a policy as its file does, what is not stated left out.
package enum PolicyWriter {
    /// Writes a policy.
    package static func output(_ named: NamedPolicy) -> JSONOutput {
        let policy = named.policy
        var members: [(String, JSONOutput)] = []
        if let comment = named.comment { members.append(("comment", .string(comment))) }
        members += settings(policy)
        if !policy.mustGrant.isEmpty { members.append(("must_grant", texts(policy.mustGrant))) }
        if !policy.mustRefuse.isEmpty { members.append(("must_refuse", texts(policy.mustRefuse))) }
        return .object(members)
    }

    /// Writes what of a policy a server is set up with: its settings alone.
    package static func settings(_ policy: Policy) -> [(String, JSONOutput)] {
        var members: [(String, JSONOutput)] = []
        func add(_ setting: Policy.Setting, _ value: JSONOutput) {
            if policy.stated.contains(setting) { members.append((setting.rawValue, value)) }
        }
        add(.allowOrigins, texts(policy.allowOrigins))
        add(.allowOriginRegex, policy.allowOriginRegex.map { .string($0) } ?? .null)
        add(.allowMethods, texts(policy.allowMethods))
        add(.allowHeaders, texts(policy.allowHeaders))
        add(.allowCredentials, .bool(policy.allowCredentials))
        add(.exposeHeaders, texts(policy.exposeHeaders))
        add(.maxAge, policy.maxAge.map { .integer($0) } ?? .null)
        return members
    }

    private static func texts(_ texts: [String]) -> JSONOutput { .array(texts.map { .string($0) }) }
}
