/// What a column says of several rows: the worst, and how often.
package struct ComparedTally: Sendable, Hashable {
    /// The worst of the words, or nil where no row was run.
    package private(set) var word: ComparedWord?
    /// How many rows have that word.
    package private(set) var count = 0

    private static let worst: [ComparedWord] = [.unsafe, .broken, .error, .hazard, .ok]

    /// Counts words; nil stands for a row that the column does not have.
    package init(_ words: [ComparedWord?]) {
        word = Self.worst.first(where: words.contains)
        if let word { count = words.count { $0 == word } }
    }
}

extension ComparedTally: CustomStringConvertible {
    /// The worst word with its count, `ok`, or a dash where no row was run.
    package var description: String {
        guard let word else { return "–" }
        return word == .ok ? word.rawValue : "\(word.rawValue) \(count)"
    }
}

extension Comparison {
    /// What each column says of some rows.
    package func tallies(of rows: [Row]) -> [ComparedTally] {
        columns.indices.map { column in ComparedTally(rows.map { $0.cells[column]?.word }) }
    }
}
