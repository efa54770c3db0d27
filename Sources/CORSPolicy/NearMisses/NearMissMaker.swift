import CORSVocabulary

/// Makes the near misses of a policy: every family for the first granted origin that it fits, and for the others those
/// that tell something of each; what the policy grants is left out.
struct NearMissMaker {
    /// The policy.
    let policy: Policy
    /// The granted origins.
    let granted: [NamedOrigin]
    /// Which origins the policy grants.
    let rule: GrantRule

    private struct Draft {
        var family: String
        var origin: String
        var near: Origin
        var isSendable: Bool
        var name: String?
    }

    /// Makes them.
    func make() throws(OriginPattern.Failure) -> [NearMiss] {
        var seen: Set<Origin> = []
        var counts: [String: Int] = [:]
        var firsts: [String: Origin] = [:]
        let listed = Set(policy.allowOrigins.map { Origin($0) })
        var misses: [NearMiss] = []
        let drafts = drafts()
        try rule.remember(drafts.map(\.origin))
        for draft in drafts {
            let origin = Origin(draft.origin)
            guard !seen.contains(origin), try !rule.matches(origin) else { continue }
            let first = firsts[draft.family]
            // What a pattern grants is another matter than what the list does.
            if let first, first != draft.near, listed.contains(draft.near),
                !NearMissFamily.ofEachOrigin.contains(draft.family)
            {
                continue
            }
            firsts[draft.family] = first ?? draft.near
            seen.insert(origin)
            let name = draft.name ?? draft.family
            let count = counts[name, default: 0] + 1
            counts[name] = count
            misses.append(
                NearMiss(
                    family: draft.family, name: count == 1 ? name : "\(name)-\(count)", origin: origin,
                    near: draft.near, isSendable: draft.isSendable,
                    isTypical: first == nil && NearMissFamily.typical.contains(draft.family)))
        }
        return misses
    }

    /// Every near miss, family by family, in a fixed order.
    private func drafts() -> [Draft] {
        var drafts: [Draft] = []
        let first = granted.first?.origin ?? .null
        for origin in policy.mustRefuse {
            let isSendable = OriginProblem.of(origin) == nil
            drafts.append(Draft(family: "must-refuse", origin: origin, near: first, isSendable: isSendable))
        }
        drafts += policy.foreignOrigins.map { foreign($0, near: first) }
        drafts.append(Draft(family: "unrelated", origin: PolicyMeaning.invented[0], near: first, isSendable: true))
        drafts.append(Draft(family: "null", origin: "null", near: first, isSendable: true))
        let syntaxes = granted.compactMap { origin in OriginSyntax(origin.origin.text).map { (origin.origin, $0) } }
        for family in NearMissFamily.all {
            // What no browser sends is worth a note at most: one origin's are enough.
            for (origin, syntax) in syntaxes.prefix(family.isSendable ? syntaxes.count : 1) {
                for text in family.make(syntax) {
                    drafts.append(
                        Draft(family: family.name, origin: text, near: origin, isSendable: family.isSendable))
                }
            }
        }
        drafts += joined(syntaxes.map(\.1))
        drafts.append(Draft(family: "wildcard", origin: "*", near: first, isSendable: false))
        drafts.append(Draft(family: "empty", origin: "", near: first, isSendable: false))
        if let pattern = policy.allowOriginRegex {
            drafts.append(Draft(family: "pattern-text", origin: pattern, near: first, isSendable: false))
        }
        return drafts
    }

    /// An origin of another environment, or a retired one, named for its home and itself.
    private func foreign(_ foreign: ForeignOrigin, near: Origin) -> Draft {
        let (family, home) =
            switch foreign.home {
            case .environment(let name): ("environment", name.lowercased().split(separator: "_").joined(separator: "-"))
            case .retired: ("retired", "retired")
            }
        let name = NamedOrigin.naming([foreign.origin]).first?.name ?? "origin"
        return Draft(
            family: family, origin: foreign.origin, near: near, isSendable: OriginProblem.of(foreign.origin) == nil,
            name: "\(home)-\(name)")
    }

    /// Two listed origins run together: what a search tree of hosts may accept.
    private func joined(_ syntaxes: [OriginSyntax]) -> [Draft] {
        let names = syntaxes.filter { !$0.isAddress && $0.host.contains(".") }
        guard names.count > 1 else { return [] }
        return zip(names, names.dropFirst()).flatMap { left, right in
            [(left, right), (right, left)].map { first, second in
                Draft(
                    family: "joined", origin: first.with(host: bare(second.host) + first.host),
                    near: Origin(first.with()), isSendable: true)
            }
        }
    }

    /// The host without its last label.
    private func bare(_ host: String) -> String { host.split(separator: ".").dropLast().joined(separator: ".") }
}
