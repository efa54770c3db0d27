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
    /// The heads of the answers, in the order of the requests; empty where they are not kept.
    package var answers: [ComparedAnswer] = []

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
    ///   - keepsAnswers: Whether the heads of the answers are kept.
    init(_ row: RowResult, keepsAnswers: Bool) {
        let worst = row.findings.first
        self.init(
            word: ComparedWord(row.status, severity: row.severity, reason: row.reason), cause: worst?.cause?.title,
            message: worst?.message, reason: row.reason,
            answers: keepsAnswers ? row.exchanges.map(ComparedAnswer.init) : [])
    }
}
