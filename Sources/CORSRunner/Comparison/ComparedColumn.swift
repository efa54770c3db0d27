/// One target's share of a comparison.
package struct ComparedColumn: Sendable, Hashable {
    /// A row, and what the column says of it.
    package struct Entry: Sendable, Hashable {
        /// The policy's name and the row's id.
        package var key: RowKey
        /// The id of the row's case.
        package var caseID: String
        /// What must hold, in one sentence.
        package var title: String
        /// What came of it.
        package var cell: ComparedCell
    }

    /// What the column is called.
    package var name: String
    /// The report that it was read from, or nil where the target was run.
    package var report: String?
    /// The rows, in the order of the run.
    package var entries: [Entry]
    /// Whether the run's baseline lists what is no longer so.
    package var isStale = false

    /// Draws a column from a run's report.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - keepsAnswers: Whether the heads of the answers are kept.
    package init(_ report: RunReport, keepsAnswers: Bool) {
        name = Self.name(of: report.target)
        entries = report.rows.map { row in
            Entry(
                key: RowKey(policy: row.policy, id: row.id), caseID: row.caseID, title: row.title,
                cell: ComparedCell(row, keepsAnswers: keepsAnswers))
        }
        isStale = !(report.baseline?.stale.isEmpty ?? true)
    }

    /// Makes a column of entries.
    init(name: String, report: String, entries: [Entry], isStale: Bool) {
        self.name = name
        self.report = report
        self.entries = entries
        self.isStale = isStale
    }

    /// What a target's column is called unless somebody says otherwise.
    static func name(of target: TargetDescription) -> String {
        switch target.kind {
        case .builtin, .inProcess: target.name
        case .url, .launch: target.location ?? target.name
        case .adapter: target.version.map { "\(target.name) \($0)" } ?? target.name
        }
    }

    /// Says whether the target refused every policy, and not only those that it is right to refuse.
    package var isRefusedWhole: Bool {
        entries.contains { $0.cell.word == .refused }
            && entries.allSatisfy { ComparedCell.isRefusal($0.cell.reason) }
    }

    /// Says whether a cell has a word.
    package func has(_ word: ComparedWord) -> Bool { entries.contains { $0.cell.word == word } }
}
