package import CORSFixtures
package import CORSVocabulary

/// A row of a plan: a bound case, compiled into the requests that it sends.
package struct PlannedRow: Sendable {
    /// The row's id, unique within its policy.
    package let id: String
    /// The id of its case.
    package let caseID: String
    /// The case's other ids.
    package let aliases: [String]
    /// What must hold, in one sentence.
    package let title: String
    /// Why the rule exists.
    package let why: String
    /// The section that decides.
    package let section: SpecSection
    /// Where it stands in the plan.
    var place: RowPlace
    /// The policy, by its place in the plan.
    package var policyIndex: Int { place.policy }
    /// The policy's name.
    package let policy: String
    /// The steps.
    package let steps: [PlannedStep]
    /// What must hold of them as a sequence, or nil for a single step.
    package let sequence: SequenceExpectation?
    /// How the steps follow each other; those of every round stand among them.
    package let pace: SequencePace
    /// Whether the row's addresses are its own, so that no cache can know them.
    let hasOwnAddress: Bool
    /// Why the row cannot be run, or nil if it can.
    package let skipReason: String?

    /// Whether an actual request of the row may not be sent, so that its preflight alone is judged.
    package var isJudgedByPreflightAlone: Bool { steps.contains { !$0.sendsActual && $0.expect.outcome != .blocked } }

    /// The requests that the row sends, if every preflight passes.
    package var requests: [HTTPRequest] { skipReason == nil ? steps.flatMap(\.requests) : [] }

    /// The number of steps in a round.
    package var stepsInRound: Int { steps.count / pace.rounds }

    /// The number of requests that the row sends at most.
    package var requestCount: Int { steps.reduce(0) { $0 + $1.requestCount } }
}

/// Where a row stands in a plan, before selection.
package struct RowPlace: Sendable, Hashable {
    /// The policy, by its place.
    package var policy: Int
    /// The row, by its place among its policy's.
    package var number: Int

    /// Makes a place.
    package init(policy: Int, number: Int) {
        self.policy = policy
        self.number = number
    }
}
