package import CORSVocabulary

/// What a policy means, worked out once: which origins it grants, and values that stand for its classes.
package struct PolicyMeaning: Sendable {
    /// The policy.
    package let policy: Policy
    /// Whether every origin is granted: the list is `["*"]`, or the pattern matches any.
    package let isAnyOrigin: Bool
    /// Whether any-origin stands together with credentials.
    package var isTrap: Bool { isAnyOrigin && policy.allowCredentials }
    /// Whether the policy grants no origin at all.
    package let isEmpty: Bool
    /// Origins that the policy grants, each with a short name unique among them: those listed, in order; then those made
    /// from the pattern and proven to match; then `mustGrant`. For any-origin some invented ones.
    package let granted: [NamedOrigin]
    /// Origins near the granted ones that the policy refuses, `mustRefuse` among them.
    package let nearMisses: [NearMiss]

    /// Works out a policy's meaning.
    ///
    /// - Parameter policy: A policy that `PolicyReader.validate` accepts.
    /// - Throws: `OriginPattern.Failure` if the pattern is invalid or too slow.
    package init(_ policy: Policy) throws {
        self.policy = policy
        isAnyOrigin = false
        isEmpty = true
        granted = []
        nearMisses = []
    }

    /// Says whether the policy grants an origin.
    ///
    /// - Throws: `OriginPattern.Failure` if the pattern is too slow.
    package func grants(_ origin: Origin) throws -> Bool { false }
}

/// An origin with a short name for row ids, such as `app.example.com`.
package struct NamedOrigin: Sendable, Hashable {
    /// The short name: lower case letters, digits, `.`, `-`.
    package var name: String
    /// The origin.
    package var origin: Origin

    /// Makes a named origin.
    package init(name: String, origin: Origin) {
        self.name = name
        self.origin = origin
    }
}

/// An origin near one that a policy grants.
package struct NearMiss: Sendable, Hashable {
    /// The family, such as `suffix`.
    package var family: String
    /// The short name, unique among a policy's near misses: the family, with a number if there are several.
    package var name: String
    /// The origin.
    package var origin: Origin
    /// The granted origin that it is near.
    package var near: Origin
    /// Whether a browser can send it.
    package var isSendable: Bool

    /// Makes a near miss.
    package init(family: String, name: String, origin: Origin, near: Origin, isSendable: Bool) {
        self.family = family
        self.name = name
        self.origin = origin
        self.near = near
        self.isSendable = isSendable
    }
}
