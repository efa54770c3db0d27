package import CORSPolicy
package import CORSVocabulary

/// One file of cases about one rule.
package struct FixtureFile: Sendable {
    /// The file's name as the user gave it.
    package var name: String
    /// What the cases are about.
    package var title: String
    /// Why the rule exists.
    package var why: String
    /// The sections of the standard that hold the rule, the deciding one first.
    package var sections: [SpecSection]
    /// The file's own policy, with which alone its cases run.
    package var policy: NamedPolicy?
    /// The cases, in order.
    package var cases: [FixtureCase]
}
