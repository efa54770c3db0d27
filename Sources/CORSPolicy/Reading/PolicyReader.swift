package import StrictJSON

/// Reads a policy strictly.
package enum PolicyReader {
    private static let members =
        Policy.Setting.allCases.map(\.rawValue)
        + ["must_grant", "must_refuse", "allow_private_network", "$schema", "comment"]

    /// Reads a policy from a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - name: The policy's name in reports.
    ///   - diagnostics: Where every error is reported: file, line, column, key, what is accepted, the nearest match.
    /// - Returns: The policy, or nil after an error.
    package static func read(_ bytes: [UInt8], name: String, into diagnostics: Diagnostics) -> NamedPolicy? {
        JSONReader.read(bytes, into: diagnostics).flatMap { read($0, name: name, into: diagnostics) }
    }

    /// Reads a policy from a JSON object that stands in another file.
    ///
    /// - Parameters:
    ///   - node: The object.
    ///   - name: The policy's name in reports.
    ///   - diagnostics: Where every error is reported.
    /// - Returns: The policy, or nil after an error.
    package static func read(_ node: JSONNode, name: String, into diagnostics: Diagnostics) -> NamedPolicy? {
        let found = Diagnostics(file: diagnostics.file)
        let policy = check(node, name: name, into: found)
        diagnostics.add(found.sorted)
        return found.hasErrors ? nil : policy
    }

    private static func check(_ node: JSONNode, name: String, into diagnostics: Diagnostics) -> NamedPolicy? {
        guard let object = ObjectReader(node, what: "the policy", accepted: members, into: diagnostics)
        else { return nil }
        func texts(_ setting: Policy.Setting) -> [PolicyDraft.Text]? {
            object.strings(setting.rawValue)?.map { PolicyDraft.Text(text: $0.text, position: $0.position) }
        }
        func list(_ member: String) -> [PolicyDraft.Text] {
            (object.strings(member) ?? []).map { PolicyDraft.Text(text: $0.text, position: $0.position) }
        }
        _ = object.string("$schema")
        _ = object.bool("allow_private_network")
        let regex = object.optional(Policy.Setting.allowOriginRegex.rawValue)
        var draft = PolicyDraft()
        draft.allowOrigins = texts(.allowOrigins)
        if let regex, case .null = regex.value {
            draft.allowOriginRegex = nil
        } else {
            draft.allowOriginRegex = object.string(Policy.Setting.allowOriginRegex.rawValue)
                .map { PolicyDraft.Text(text: $0, position: regex?.position) }
        }
        draft.allowMethods = texts(.allowMethods)
        draft.allowHeaders = texts(.allowHeaders)
        draft.allowCredentials = object.bool(Policy.Setting.allowCredentials.rawValue)
        draft.exposeHeaders = texts(.exposeHeaders)
        let maxAge = Policy.Setting.maxAge.rawValue
        draft.maxAge = object.integer(maxAge).map { ($0, object.optional(maxAge)?.position) }
        draft.mustGrant = list("must_grant")
        draft.mustRefuse = list("must_refuse")
        PolicyChecker(draft: draft, diagnostics: diagnostics).check()
        return NamedPolicy(name: name, comment: object.string("comment"), policy: draft.policy)
    }

    /// Checks a policy that was not read from a file.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - diagnostics: Where every error is reported, without places.
    package static func validate(_ policy: Policy, into diagnostics: Diagnostics) {
        PolicyChecker(draft: PolicyDraft(policy), diagnostics: diagnostics).check()
    }
}
