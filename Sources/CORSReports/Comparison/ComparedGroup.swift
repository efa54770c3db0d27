import CORSRunner

/// Rows of which the columns say the same, for the same causes, with the same between their answers.
struct ComparedGroup {
    /// The rows; at least one.
    private(set) var rows: [Comparison.Row]

    /// What makes rows a group.
    private struct Key: Hashable {
        let words: [ComparedWord?]
        let explanations: [String?]
        let between: [AnswerDifference]
    }

    /// Gathers rows, in the order of each group's first; the groups with the worst words come first.
    static func groups(of rows: [Comparison.Row]) -> [ComparedGroup] {
        var groups: [ComparedGroup] = []
        var places: [Key: Int] = [:]
        for row in rows {
            let key = Key(
                words: row.cells.map { $0?.word }, explanations: row.cells.map { $0?.explanation },
                between: row.between)
            if let place = places[key] {
                groups[place].rows.append(row)
            } else {
                places[key] = groups.count
                groups.append(ComparedGroup(rows: [row]))
            }
        }
        let ranked = groups.enumerated().sorted { left, right in
            (left.element.rank, left.offset) < (right.element.rank, right.offset)
        }
        return ranked.map(\.element)
    }

    private static let order: [ComparedWord] = [.unsafe, .broken, .error, .hazard]

    private var rank: Int {
        let words = Set(rows[0].cells.compactMap { $0?.word })
        return Self.order.firstIndex(where: words.contains) ?? Self.order.count
    }
}
