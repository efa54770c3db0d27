import StrictJSON

/// Reads a policy leniently: what can be read is looked at, whatever else is wrong.
enum LintReader {
    /// Returns what is to be looked at: each environment, or the policy if it names none.
    static func subjects(_ node: JSONNode, file: String) -> [LintSubject] {
        let diagnostics = Diagnostics(file: file)
        guard let object = ObjectReader(node, what: "the policy", accepted: PolicyReader.members, into: diagnostics)
        else {
            return [
                LintSubject(
                    draft: PolicyDraft(), environment: nil, retired: [], form: diagnostics.all, pattern: nil,
                    isPolicy: false)
            ]
        }
        _ = object.string("$schema")
        _ = object.string("comment")
        let common = PolicyDraft(object)
        let retired = (object.strings("retired") ?? []).map {
            PolicyDraft.Text(text: $0.text, position: $0.position)
        }
        let environments = PolicyEnvironments(object, common: common)?.all ?? []
        let drafts: [(String?, PolicyDraft)] =
            environments.isEmpty ? [(nil, common)] : environments.map { ($0.name, $0.draft) }
        var patterns: [PatternKey: LintedPattern] = [:]
        return drafts.enumerated().map { index, pair in
            let (name, draft) = pair
            let key = draft.allowOriginRegex.map { PatternKey($0.text, draft) }
            let pattern = key.flatMap { key in
                patterns[key] ?? draft.allowOriginRegex.map { LintedPattern($0, listed: key.listed, meant: key.meant) }
            }
            if let key { patterns[key] = pattern }
            return LintSubject(
                draft: draft, environment: name, retired: retired, form: index == 0 ? diagnostics.all : [],
                pattern: pattern)
        }
    }

    /// What an analysis of a pattern depends on.
    private struct PatternKey: Hashable {
        var source: String
        var listed: [String]
        var meant: [String]

        init(_ source: String, _ draft: PolicyDraft) {
            self.source = source
            listed = (draft.allowOrigins ?? []).map(\.text)
            meant = (draft.mustGrant ?? []).map(\.text)
        }
    }
}
