import CORSVocabulary
package import StrictJSON

/// Reads a policy strictly.
package enum PolicyReader {
    /// The members that a policy may have.
    static let members = PolicyDraft.members + ["environments", "retired", "$schema", "comment"]

    /// Reads a policy from a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - name: The policy's name in reports; the environment's is added to it.
    ///   - environment: The environment to read, where the file names some; nil if it names one at most.
    ///   - diagnostics: Where every error is reported: file, line, column, key, what is accepted, the nearest match.
    /// - Returns: The policy, or nil after an error.
    package static func read(
        _ bytes: [UInt8], name: String, environment: String? = nil, into diagnostics: Diagnostics
    ) -> NamedPolicy? {
        JSONReader.read(bytes, into: diagnostics).flatMap {
            read($0, name: name, environment: environment, into: diagnostics)
        }
    }

    /// Reads a policy from a JSON object that stands in another file.
    ///
    /// - Parameters:
    ///   - node: The object.
    ///   - name: The policy's name in reports; the environment's is added to it.
    ///   - environment: The environment to read, where the object names some; nil if it names one at most.
    ///   - diagnostics: Where every error is reported.
    /// - Returns: The policy, or nil after an error.
    package static func read(
        _ node: JSONNode, name: String, environment: String? = nil, into diagnostics: Diagnostics
    ) -> NamedPolicy? {
        let found = Diagnostics(file: diagnostics.file)
        let policy = check(node, name: name, environment: environment, into: found)
        diagnostics.add(found.sorted)
        return found.hasErrors ? nil : policy
    }

    private static func check(
        _ node: JSONNode, name: String, environment: String?, into diagnostics: Diagnostics
    ) -> NamedPolicy? {
        guard let object = ObjectReader(node, what: "the policy", accepted: members, into: diagnostics)
        else { return nil }
        _ = object.string("$schema")
        let common = PolicyDraft(object)
        let comment = object.string("comment")
        let retired = retired(object)
        guard let environments = PolicyEnvironments(object, common: common) else {
            PolicyChecker(draft: common, diagnostics: diagnostics).check()
            return NamedPolicy(
                name: name, comment: comment, policy: policy(common, foreign: [], retired: retired, into: diagnostics))
        }
        environments.check()
        guard !diagnostics.hasErrors, let chosen = environments.choose(environment) else { return nil }
        var named = NamedPolicy(
            name: "\(name)-\(chosen.name)", comment: comment,
            policy: policy(
                chosen.draft, foreign: environments.foreign(to: chosen.name), retired: retired, into: diagnostics))
        named.environment = chosen.name
        return named
    }

    /// Reads the retired origins.
    private static func retired(_ object: ObjectReader) -> [PolicyDraft.Text] {
        let texts = (object.strings("retired") ?? []).map { PolicyDraft.Text(text: $0.text, position: $0.position) }
        for text in texts {
            guard let problem = OriginProblem.of(text.text) else { continue }
            object.diagnostics.error(
                "\"\(text.text)\" in \"retired\" can never match: \(problem.message)", at: text.position)
        }
        return texts
    }

    /// Makes a policy that knows which origins are foreign to it.
    private static func policy(
        _ draft: PolicyDraft, foreign: [ForeignOrigin], retired: [PolicyDraft.Text], into diagnostics: Diagnostics
    ) -> Policy {
        var policy = draft.policy
        policy.foreignOrigins = foreign + retired.map { ForeignOrigin($0.text, home: .retired) }
        guard !diagnostics.hasErrors, let grants = try? GrantRule(policy) else { return policy }
        for text in retired where (try? grants.matches(Origin(text.text))) == true {
            diagnostics.warning("\"\(text.text)\" in \"retired\" is granted by the policy", at: text.position)
        }
        return policy
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
