package import CORSVocabulary

/// A case together with the policy values that it is run with: literal.
package struct BoundRow: Sendable, Hashable {
    /// The literal case; its id is the row's.
    package var fixture: FixtureCase
    /// Why the rule exists.
    package var why: String
    /// The sections that hold the rule.
    package var sections: [SpecSection]
    /// Why the row cannot be run, or nil if it can.
    package var skipReason: String?
}
