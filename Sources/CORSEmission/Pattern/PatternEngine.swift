/// An engine that matches patterns in an implementation.
struct PatternEngine: Sendable {
    /// What it is called.
    let name: String
    /// What it lacks, or reads in another way than the policy means.
    let lacks: Set<PatternFeature>

    private static let everywhere: Set<PatternFeature> = [
        .namedGroup, .otherGroup, .otherEscape, .classOperation, .openRange, .control,
    ]

    /// Python's `re`, with the pattern at the beginning or within a group.
    static let python = PatternEngine(
        name: "Python's re", lacks: everywhere.union([.flags, .textAnchor, .possessive]))
    /// JavaScript's `RegExp`.
    static let javaScript = PatternEngine(
        name: "JavaScript's RegExp", lacks: everywhere.union([.flags, .scopedFlags, .textAnchor, .possessive]))
    /// RE2 and Go's `regexp`, which match in linear time.
    static let re2 = PatternEngine(
        name: "RE2", lacks: everywhere.union([.lookahead, .lookbehind, .backreference, .textAnchor, .possessive]))
    /// PCRE.
    static let pcre = PatternEngine(name: "PCRE", lacks: everywhere)
    /// Java's `Pattern`.
    static let java = PatternEngine(name: "Java's Pattern", lacks: everywhere)

    /// Checks that the engine reads a policy's pattern as it is meant.
    ///
    /// - Throws: `Emitter.Refusal` with the first construct that it does not.
    func check(_ policy: EmittedPolicy) throws(Emitter.Refusal) {
        guard let regex = policy.regex else { return }
        let used = PatternFeature.used(in: regex)
        guard let feature = PatternFeature.allCases.first(where: { used.contains($0) && lacks.contains($0) }) else {
            return
        }
        throw Emitter.Refusal(
            "allow_origin_regex has \(feature.rawValue), which \(name) lacks or reads in another way; write it without")
    }
}
