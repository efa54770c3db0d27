import Foundation

/// A comparison as JSON, as far as tests look into it.
struct ComparisonFile: Decodable, Hashable {
    /// A column.
    struct Column: Decodable, Hashable {
        let name: String
    }

    /// What a column says of a row.
    struct Cell: Decodable, Hashable {
        let word: String
        let cause: String?
        let message: String?
        let reason: String?
    }

    /// A thing that two answers say otherwise.
    struct Difference: Decodable, Hashable {
        let about: String
        let header: String?
        let values: [[String]]
    }

    /// A row.
    struct Row: Decodable, Hashable {
        let id: String
        let policy: String
        let disputed: Bool
        let cells: [Cell?]
        let between: [Difference]
    }

    let columns: [Column]
    let rows: [Row]

    /// Reads the standard output of a run.
    init(_ process: CorspecProcess) throws {
        self = try JSONDecoder().decode(ComparisonFile.self, from: Data(process.output.utf8))
    }
}
