package import CORSVocabulary

/// What a policy means, worked out once: which origins it grants, and values that stand for its classes.
package struct PolicyMeaning: Sendable {
    /// The policy.
    package let policy: Policy
    /// Whether a setting that the policy does not state has FastAPI's default; else nothing is known of it.
    package let hasDefaults: Bool
    /// Whether every origin is granted: the list is `["*"]`, or the pattern matches any.
    package let isAnyOrigin: Bool
    /// Whether any-origin stands together with credentials.
    package var isTrap: Bool { isAnyOrigin && policy.allowCredentials }
    /// Whether the policy grants no origin at all.
    package var isEmpty: Bool { policy.isEmpty }
    /// Whether a target does right that does not work with the policy: the trap, and a policy without origins.
    package var mayBeRefused: Bool { isTrap || isEmpty }
    /// Origins that the policy grants, each with a short name unique among them.
    ///
    /// First those listed, in order; then those made from the pattern and proven to match; then `mustGrant`. For
    /// any-origin, invented ones; for the trap, none, since nothing is asked to be granted.
    package let granted: [NamedOrigin]
    /// Origins near the granted ones that the policy refuses, `mustRefuse` among them.
    package let nearMisses: [NearMiss]

    private let rule: GrantRule

    /// Origins that no policy lists: one that grants two of them grants any.
    package static let invented = [
        "https://corspec-a.example", "https://corspec-b.test", "http://corspec-c.invalid:8080",
    ]

    /// How many origins are made from a pattern.
    private static let generatedLimit = 6

    /// How many of those get near misses: what lets one through lets the others through.
    private static let nearedLimit = 1

    /// Works out a policy's meaning.
    ///
    /// - Parameters:
    ///   - policy: A policy that `PolicyReader.validate` accepts.
    ///   - hasDefaults: Whether a setting that the policy does not state has FastAPI's default.
    /// - Throws: `OriginPattern.Failure` if the pattern is invalid or too slow.
    package init(_ policy: Policy, hasDefaults: Bool = true) throws(OriginPattern.Failure) {
        self.policy = policy
        self.hasDefaults = hasDefaults
        rule = try GrantRule(policy)
        isAnyOrigin = try Self.isAnyOrigin(rule)
        if isAnyOrigin {
            granted = policy.allowCredentials ? [] : NamedOrigin.naming(Self.invented)
            nearMisses = []
            return
        }
        var origins = policy.allowOrigins
        origins += try Self.generated(policy, rule)
        origins += policy.mustGrant
        var seen: Set<String> = []
        granted = NamedOrigin.naming(origins.filter { seen.insert($0).inserted })
        let near = granted.prefix(policy.allowOrigins.count + Self.nearedLimit)
        nearMisses = try NearMissMaker(policy: policy, granted: Array(near), rule: rule).make()
    }

    /// Says whether a rule grants any origin.
    private static func isAnyOrigin(_ rule: GrantRule) throws(OriginPattern.Failure) -> Bool {
        var matched = 0
        try rule.remember(invented)
        for origin in invented where try rule.matches(Origin(origin)) { matched += 1 }
        return rule.isWildcard || matched >= 2
    }

    /// Says whether a policy grants credentials to any origin.
    ///
    /// - Throws: `OriginPattern.Failure` if the pattern is invalid or too slow.
    package static func isTrap(_ policy: Policy) throws(OriginPattern.Failure) -> Bool {
        guard policy.allowCredentials else { return false }
        return try isAnyOrigin(GrantRule(policy))
    }

    /// Says whether a target does right that does not work with a policy.
    ///
    /// - Throws: `OriginPattern.Failure` if the pattern is invalid or too slow.
    package static func mayBeRefused(_ policy: Policy) throws(OriginPattern.Failure) -> Bool {
        if policy.isEmpty { return true }
        return try isTrap(policy)
    }

    /// Returns origins that the pattern matches, made from it.
    private static func generated(_ policy: Policy, _ rule: GrantRule) throws(OriginPattern.Failure) -> [String] {
        guard let pattern = rule.pattern else { return [] }
        var origins: [String] = []
        let samples = PatternSamples(pattern.source).matching.filter { OriginProblem.of($0) == nil && $0 != "null" }
        try rule.remember(samples)
        for text in samples {
            if try pattern.matches(Origin(text)) { origins.append(text) }
            if origins.count == generatedLimit { break }
        }
        return origins
    }

    /// Says whether a setting is known, so that a server can be held to it.
    package func knows(_ setting: Policy.Setting) -> Bool { hasDefaults || policy.stated.contains(setting) }

    /// The settings of which nothing is known, in the order of the policy's members.
    package var unknown: [Policy.Setting] {
        Policy.Setting.allCases.filter { $0 != .allowOrigins && $0 != .allowOriginRegex && !knows($0) }
    }

    /// Says whether the policy grants an origin.
    ///
    /// - Throws: `OriginPattern.Failure` if the pattern is too slow.
    package func grants(_ origin: Origin) throws(OriginPattern.Failure) -> Bool { try rule.matches(origin) }

    /// Says whether the policy refuses an origin.
    ///
    /// `null` that a pattern happens to match is not refused; it is not among `granted` either, so nothing asks of it.
    ///
    /// - Throws: `OriginPattern.Failure` if the pattern is too slow.
    package func refuses(_ origin: Origin) throws(OriginPattern.Failure) -> Bool { try !rule.matches(origin) }
}

extension Policy {
    /// Whether no origin is granted at all.
    fileprivate var isEmpty: Bool { allowOrigins.isEmpty && allowOriginRegex == nil }
}
