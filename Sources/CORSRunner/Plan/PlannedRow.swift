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
    /// The policy, by its place in the plan.
    package internal(set) var policyIndex: Int
    /// The policy's name.
    package let policy: String
    /// The steps.
    package let steps: [PlannedStep]
    /// What must hold of them as a sequence, or nil for a single step.
    package let sequence: SequenceExpectation?
    /// Whether the row's addresses are its own, so that no cache can know them.
    let hasOwnAddress: Bool
    /// Why the row cannot be run, or nil if it can.
    package let skipReason: String?

    /// Whether an actual request of the row may not be sent, so that its preflight alone is judged.
    package var isJudgedByPreflightAlone: Bool { steps.contains { !$0.sendsActual && $0.expect.outcome != .blocked } }

    /// The requests that the row sends, if every preflight passes.
    package var requests: [PlannedRequest] { steps.flatMap(\.requests) }

    /// The requests whose answers the row's own are compared with, at most.
    package var plainRequests: [PlannedRequest] { steps.compactMap(\.plain) }
}
