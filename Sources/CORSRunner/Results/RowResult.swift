package import CORSVocabulary

/// What came of one bound case: every selected row has one, whatever happened.
package struct RowResult: Sendable, Hashable {
    /// What came of a row.
    package enum Status: String, Sendable, Hashable, CaseIterable {
        /// Nothing is wrong; notes at most.
        case passed
        /// The worst finding is a hazard.
        case hazard
        /// A finding is broken or unsafe.
        case failed
        /// The row was not run; the reason says why.
        case skipped
        /// The target gave no answer; the reason says what happened.
        case error
    }

    /// What the row is called and what it is about.
    let heading: RowHeading
    /// What came of it.
    package var status: Status
    /// Why the row was skipped, refused or in error.
    package var reason: String?
    /// What is wrong, the worst first.
    package var findings: [Finding]
    /// What was sent and what came back, in order.
    package var exchanges: [RecordedExchange]
    /// What a baseline says of it, or nil where none covers it.
    package var known: KnownFailure?
    /// Whether it failed in the run whose failures are run again.
    package var failedBefore = false

    /// Whether a baseline covers it.
    package var isKnown: Bool { known != nil }

    /// The severity of the worst finding.
    package var severity: Severity? { findings.map(\.severity).max() }

    /// Makes a result.
    init(
        _ heading: RowHeading, status: Status, reason: String?, findings: [Finding] = [],
        exchanges: [RecordedExchange] = []
    ) {
        self.heading = heading
        self.status = status
        self.reason = reason
        self.findings = findings
        self.exchanges = exchanges
    }

    /// Makes a result of a row that no plan knows.
    package init(
        id: String, caseID: String, policy: String, title: String, why: String, status: Status,
        reason: String? = nil, findings: [Finding] = [], exchanges: [RecordedExchange] = []
    ) {
        self.init(
            RowHeading(id: id, caseID: caseID, policy: policy, title: title, why: why), status: status, reason: reason,
            findings: findings, exchanges: exchanges)
    }
}

// MARK: - The heading

extension RowResult {
    /// The row's id, such as `origin/near-miss@suffix`.
    package var id: String { heading.id }
    /// The case's id.
    package var caseID: String { heading.caseID }
    /// The policy's name.
    package var policy: String { heading.policy }
    /// What must hold, in one sentence.
    package var title: String { heading.title }
    /// Why the rule exists, from the fixture file.
    package var why: String { heading.why }
}
