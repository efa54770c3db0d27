import CORSRunner
import CORSVocabulary

/// Rows of which the columns say the same, for the same causes, with the same between their answers.
struct ComparedGroup {
    /// The rows; at least one.
    private(set) var rows: [Comparison.Row]
    /// What lies between the answers of two columns, each thing once, whichever of a row's requests it was.
    let between: [AnswerDifference]

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
            let between = summary(of: row.between)
            let key = Key(
                words: row.cells.map { $0?.word }, explanations: row.cells.map { $0?.explanation }, between: between)
            if let place = places[key] {
                groups[place].rows.append(row)
            } else {
                places[key] = groups.count
                groups.append(ComparedGroup(rows: [row], between: between))
            }
        }
        let ranked = groups.enumerated().sorted { left, right in
            (left.element.rank, left.offset) < (right.element.rank, right.offset)
        }
        return ranked.map(\.element)
    }

    /// Differences without the number of their request, and with no method but that of preflights.
    private static func summary(of differences: [AnswerDifference]) -> [AnswerDifference] {
        var seen: Set<AnswerDifference> = []
        let summed = differences.map { difference in
            var summed = difference
            summed.request = difference.name == "requests" ? min(difference.request, 2) : 1
            summed.method = difference.method == Method.options.text ? difference.method : ""
            return summed
        }
        return summed.filter { seen.insert($0).inserted }
    }

    private static let order: [ComparedWord] = [.unsafe, .broken, .error, .hazard]

    private var rank: Int {
        let words = Set(rows[0].cells.compactMap { $0?.word })
        return Self.order.firstIndex(where: words.contains) ?? Self.order.count
    }
}
