/// What a row is called and what it is about: shared by the plan and the results.
///
/// It never changes, and is held by reference: results are copied often.
package final class RowHeading: Sendable {
    /// The row's id, unique within its policy, such as `origin/near-miss@suffix`.
    package let id: String
    /// The id of its case.
    package let caseID: String
    /// The policy's name.
    package let policy: String
    /// What must hold, in one sentence.
    package let title: String
    /// Why the rule exists, from the fixture file.
    package let why: String

    /// Makes a heading.
    package init(id: String, caseID: String, policy: String, title: String, why: String) {
        self.id = id
        self.caseID = caseID
        self.policy = policy
        self.title = title
        self.why = why
    }
}

// MARK: - Hashable

extension RowHeading: Hashable {
    /// Compares what two headings say.
    package static func == (left: RowHeading, right: RowHeading) -> Bool {
        left === right
            || left.id == right.id && left.caseID == right.caseID && left.policy == right.policy
                && left.title == right.title && left.why == right.why
    }

    /// Hashes what names the row.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(policy)
        hasher.combine(id)
    }
}
