package import CORSVocabulary

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
    /// Whether it stands for many: what lets it through on one route lets it through on others.
    package var isTypical: Bool

    /// Makes a near miss.
    package init(
        family: String, name: String, origin: Origin, near: Origin, isSendable: Bool, isTypical: Bool = false
    ) {
        self.family = family
        self.name = name
        self.origin = origin
        self.near = near
        self.isSendable = isSendable
        self.isTypical = isTypical
    }
}
