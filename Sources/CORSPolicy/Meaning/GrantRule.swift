import CORSVocabulary

/// Which origins a policy grants.
struct GrantRule: Sendable {
    /// Whether the list is exactly `["*"]`.
    let isWildcard: Bool
    /// The pattern, compiled.
    let pattern: OriginPattern?
    private let listed: Set<Origin>

    /// Makes the rule of a policy.
    ///
    /// - Throws: `OriginPattern.Failure` if the pattern is invalid.
    init(_ policy: Policy) throws(OriginPattern.Failure) {
        isWildcard = policy.allowOrigins == ["*"]
        listed = Set(policy.allowOrigins.map { Origin($0) })
        if let source = policy.allowOriginRegex {
            pattern = try OriginPattern.compile(source)
        } else {
            pattern = nil
        }
    }

    /// Prepares to be asked about many origins.
    ///
    /// - Throws: `OriginPattern.Failure` if the pattern is too slow.
    func remember(_ origins: [String]) throws(OriginPattern.Failure) {
        try pattern?.remember(origins.map { Origin($0) })
    }

    /// Says whether an origin is granted: listed byte for byte, or any is, or the pattern matches the whole of it.
    func matches(_ origin: Origin) throws(OriginPattern.Failure) -> Bool {
        if isWildcard || listed.contains(origin) { return true }
        guard let pattern else { return false }
        return try pattern.matches(origin)
    }
}
