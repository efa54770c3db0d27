package import CORSFixtures
package import CORSVocabulary

/// A row of a plan: a bound case, compiled into the requests that it sends.
///
/// It never changes, and is held by reference: plans are selected from and joined often.
package final class PlannedRow: Sendable {
    /// What it is called and what it is about.
    let heading: RowHeading
    /// The case's other ids.
    package let aliases: [String]
    /// The section that decides.
    package let section: SpecSection
    /// The policy, by its place in the plan.
    package let policyIndex: Int
    /// The steps.
    package let steps: [PlannedStep]
    /// What must hold of them as a sequence, or nil for a single step.
    package let sequence: SequenceExpectation?
    /// How the steps follow each other; those of every round stand among them.
    package let pace: SequencePace
    /// Whether the row's addresses are the run's own, so that no cache can know them.
    let hasOwnAddress: Bool
    /// Why the row cannot be run, or nil if it can.
    package let skipReason: String?

    /// Makes a row.
    init(
        _ heading: RowHeading, aliases: [String], section: SpecSection, policyIndex: Int, steps: [PlannedStep],
        sequence: SequenceExpectation?, pace: SequencePace, hasOwnAddress: Bool, skipReason: String?
    ) {
        self.heading = heading
        self.aliases = aliases
        self.section = section
        self.policyIndex = policyIndex
        self.steps = steps
        self.sequence = sequence
        self.pace = pace
        self.hasOwnAddress = hasOwnAddress
        self.skipReason = skipReason
    }

    /// Returns the row for a plan in which its policy has another place.
    func moved(toPolicy index: Int) -> PlannedRow {
        PlannedRow(
            heading, aliases: aliases, section: section, policyIndex: index, steps: steps, sequence: sequence,
            pace: pace, hasOwnAddress: hasOwnAddress, skipReason: skipReason)
    }
}

// MARK: - What is read off it

extension PlannedRow {
    /// The row's id, unique within its policy.
    package var id: String { heading.id }
    /// The id of its case.
    package var caseID: String { heading.caseID }
    /// What must hold, in one sentence.
    package var title: String { heading.title }
    /// Why the rule exists.
    package var why: String { heading.why }
    /// The policy's name.
    package var policy: String { heading.policy }

    /// Whether an actual request of the row may not be sent, so that its preflight alone is judged.
    package var isJudgedByPreflightAlone: Bool { steps.contains { !$0.sendsActual && $0.expect.outcome != .blocked } }

    /// The requests that the row sends, if every preflight passes.
    package var requests: [PlannedRequest] { steps.flatMap(\.requests) }

    /// Whether the row's exchanges are its own: what a sequence is answered depends on what was sent before.
    var isSequence: Bool { sequence != nil }

    /// The number of steps in a round.
    package var stepsInRound: Int { steps.count / pace.rounds }
}
