package import CORSVocabulary

/// A clause of the Fetch Standard's CORS protocol, with what the suite makes of it.
package struct Clause: Sendable, Hashable {
    /// What judges a clause, or why nothing does.
    package enum Coverage: Sendable, Hashable {
        /// The ids of cases that judge it; at least one.
        case cases([String])
        /// Why no case judges it.
        case notJudged(String)
    }

    /// The section that holds it.
    package var section: SpecSection
    /// What the standard says, in one sentence.
    package var text: String
    /// What judges it, or why nothing does.
    package var coverage: Coverage
}
