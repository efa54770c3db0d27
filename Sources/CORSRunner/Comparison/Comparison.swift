/// Several targets side by side: the rows of all, and what each column says of them.
package struct Comparison: Sendable, Hashable {
    /// A row, with a cell for each column.
    package struct Row: Sendable, Hashable {
        /// The policy's name and the row's id.
        package var key: RowKey
        /// The id of the row's case.
        package var caseID: String
        /// What must hold, in one sentence.
        package var title: String
        /// What each column says; nil where it has no such row.
        package var cells: [ComparedCell?]
    }

    /// The columns, their names unique.
    package let columns: [ComparedColumn]
    /// The rows, in the order of the first column that has them.
    package let rows: [Row]

    /// Puts columns side by side.
    package init(_ columns: [ComparedColumn]) {
        var rows: [Row] = []
        var places: [RowKey: Int] = [:]
        for (index, column) in columns.enumerated() {
            for entry in column.entries {
                let place = places[entry.key] ?? rows.count
                if place == rows.count {
                    places[entry.key] = place
                    rows.append(
                        Row(
                            key: entry.key, caseID: entry.caseID, title: entry.title,
                            cells: [ComparedCell?](repeating: nil, count: columns.count)))
                }
                rows[place].cells[index] = entry.cell
            }
        }
        self.columns = Self.unique(columns)
        self.rows = rows
    }

    /// The areas of the cases, by name.
    package var areas: [String] { Set(rows.map(\.area)).sorted() }

    /// Gives columns of one name a number.
    private static func unique(_ columns: [ComparedColumn]) -> [ComparedColumn] {
        var taken = Set(columns.map(\.name))
        var seen: Set<String> = []
        return columns.map { column in
            guard !seen.insert(column.name).inserted else { return column }
            var named = column
            var number = 2
            while !taken.insert("\(column.name) (\(number))").inserted { number += 1 }
            named.name = "\(column.name) (\(number))"
            return named
        }
    }
}

// MARK: - What a row shows

extension Comparison.Row {
    /// The area of its case: what stands before the slash.
    package var area: String { String(caseID.prefix { $0 != "/" }) }

    /// Whether a column says that something is wrong.
    package var hasFinding: Bool { cells.contains { $0?.word.isFinding ?? false } }

    /// Whether two columns that both ran it say different things.
    package var isDisputed: Bool { Set(cells.compactMap { $0?.word }.filter(\.hasRun)).count > 1 }

    /// What lies between the answers of two columns that ran the row; nothing where there are more, or answers are not
    /// kept.
    package var between: [AnswerDifference] {
        guard cells.count == 2, let first = cells[0], let second = cells[1], first.word.hasRun, second.word.hasRun
        else { return [] }
        return AnswerDifference.between(first.answers, second.answers)
    }
}
