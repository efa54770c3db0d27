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

    /// Makes a near miss.
    package init(family: String, name: String, origin: Origin, near: Origin, isSendable: Bool) {
        self.family = family
        self.name = name
        self.origin = origin
        self.near = near
        self.isSendable = isSendable
    }
}
