/// What a column keeps of a row.
package struct ComparedCell: Sendable, Hashable {
    /// What came of it.
    package var word: ComparedWord
    /// The title of the worst finding's likely cause, where there is one.
    package var cause: String?
    /// What is wrong: the worst finding.
    package var message: String?
    /// Why it was skipped, refused or in error.
    package var reason: String?
    /// The head of the last answer, where it is kept and there is one.
    package var answer: ComparedAnswer?

    /// What is said of the cell beside its word: the cause, else what is wrong, else the reason.
    package var explanation: String? { word.isFinding ? cause ?? message ?? reason : nil }

    /// Says whether a reason is a target's refusal.
    static func isRefusal(_ reason: String?) -> Bool { reason?.hasPrefix(refusal) ?? false }

    private static let refusal = "refused: "
}

extension ComparedCell {
    /// Draws a cell from a result.
    ///
    /// - Parameters:
    ///   - row: The result.
    ///   - keepsAnswer: Whether the head of the last answer is kept.
    init(_ row: RowResult, keepsAnswer: Bool) {
        let worst = row.findings.first
        self.init(
            word: ComparedWord(row.status, severity: row.severity, reason: row.reason), cause: worst?.cause?.title,
            message: worst?.message, reason: row.reason,
            answer: keepsAnswer ? row.exchanges.last.flatMap(ComparedAnswer.init) : nil)
    }
}
