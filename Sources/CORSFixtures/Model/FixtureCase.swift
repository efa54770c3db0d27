/// One case, as written: a template that policies fill, or literal.
///
/// A request and a fetch are a case of one step; a sequence has several, judged together.
package struct FixtureCase: Sendable, Hashable {
    /// The id, stable for ever: `area/slug`, and for a bound case `@` and the names of its values.
    package var id: String
    /// Earlier ids.
    package var aliases: [String]
    /// What must hold, in one sentence.
    package var title: String
    /// What a policy must be like for the case to apply.
    package var needs: [Need]
    /// Why the case stands though it finds none of the faulty builtins, or nil where it finds one.
    package var stands: String?
    /// The steps, in order; at least one.
    package var steps: [Step]
    /// What must hold of a sequence as a whole, or nil for a request or a fetch.
    package var sequence: SequenceExpectation?
    /// How often a sequence is carried out, and whether its steps are sent at once.
    package var pace = SequencePace()

    /// The id of the case that a bound case comes from.
    package var caseID: String { id.utf8.firstIndex(of: UInt8(ascii: "@")).map { String(id[..<$0]) } ?? id }
}

/// What must hold of a sequence as a whole.
package struct SequenceExpectation: Sendable, Hashable {
    /// Whether each storable answer is played in place of the others, as a cache would.
    package var playsCache: Bool
    /// Whether all steps end with one status.
    package var hasSameStatus: Bool

    /// Makes an expectation.
    package init(playsCache: Bool = false, hasSameStatus: Bool = false) {
        self.playsCache = playsCache
        self.hasSameStatus = hasSameStatus
    }
}
