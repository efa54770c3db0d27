import CORSRunner

/// What columns are called in text: by their names, or by letters where these would not fit.
struct ColumnLabels {
    private static let mostNames = 3
    private static let longestName = 28

    /// The labels, in the order of the columns.
    let labels: [String]
    /// The lines that say which letter stands for which column; none where names are used.
    let legend: [String]

    /// Makes the labels of a comparison's columns.
    init(_ comparison: Comparison) {
        let names = comparison.columns.map { Visible.text($0.name) }
        if names.count <= Self.mostNames, names.allSatisfy({ $0.count <= Self.longestName }) {
            labels = names
            legend = []
        } else {
            let letters = names.indices.map(Self.letters)
            labels = letters
            let width = letters.map(\.count).max() ?? 0
            legend = zip(letters, names).map { "\($0.padded(width))  \($1)" }
        }
    }

    /// Returns a column's letters: A to Z, then AA, AB and so on.
    private static func letters(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? letter : letters(index / 26 - 1) + letter
    }
}
