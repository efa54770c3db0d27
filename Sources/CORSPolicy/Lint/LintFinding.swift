package import CORSVocabulary
package import StrictJSON

/// One thing that is wrong or dangerous in a policy.
package struct LintFinding: Sendable, Hashable {
    /// The rule's code.
    package var code: String
    /// How much it matters.
    package var severity: Severity
    /// What is wrong, with the value.
    package var message: String
    /// Where it stands, or nil for a policy that is in no file.
    package var position: SourcePosition?
    /// The environments in which it was found; empty if it is all of them, or the policy names none.
    package var environments: [String] = []
    /// The origin, or the input, that shows it.
    package var witness: String?
    /// What to write.
    package var fix: String?
    /// Why it matters.
    package var why: String
    /// The section of the Fetch Standard that decides.
    package var section: SpecSection
    /// How the time grows with the witness's length, for a pattern that is too slow.
    package var growth: [Growth] = []

    /// How long a match of an input took.
    package struct Growth: Sendable, Hashable {
        /// The input's length in bytes.
        package var length: Int
        /// Milliseconds, or nil if the match was given up.
        package var milliseconds: Int?
    }
}
