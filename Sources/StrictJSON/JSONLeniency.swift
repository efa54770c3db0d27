/// What the reader lets pass of text that other programs wrote.
package struct JSONLeniency: Sendable, Hashable {
    /// How deep arrays and objects may nest.
    package var maximumDepth: Int
    /// Whether half a surrogate pair is read as U+FFFD: programs write it where they cut a text.
    package var replacesLoneSurrogates: Bool

    /// Makes a leniency.
    package init(maximumDepth: Int, replacesLoneSurrogates: Bool) {
        self.maximumDepth = maximumDepth
        self.replacesLoneSurrogates = replacesLoneSurrogates
    }

    /// Nothing beyond our own formats.
    package static let none = Self(maximumDepth: JSONReader.maximumDepth, replacesLoneSurrogates: false)
}
