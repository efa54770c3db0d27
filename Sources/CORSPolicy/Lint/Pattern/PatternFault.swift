/// Something in a pattern that grants an origin whose owner its author did not mean.
struct PatternFault: Sendable, Hashable {
    /// What kind of fault it is.
    enum Kind: Sendable, Hashable {
        /// Any origin matches.
        case anyOrigin
        /// A dot that matches any character.
        case looseDot
        /// A part that may be absent, and was to be there.
        case optionalPart
        /// No boundary before a domain.
        case missingBoundary
        /// The host goes on after what was meant to be its end.
        case openEnd
        /// The name below a public suffix is open.
        case publicSuffix
        /// Some other way.
        case foreignHost
    }

    /// What kind of fault it is.
    var kind: Kind
    /// The part of the pattern, or the name, that it is about.
    var subject: String
    /// The shortest origin that shows it; nil where the fault grants nobody else anything.
    var witness: String?
}
