import CORSVocabulary

/// The known failures of a server: rows that may fail as listed, until they pass or expire.
package struct Baseline: Sendable, Hashable {
    /// The number of the format that is read and written.
    package static let format = 1
    /// What stands for a reason until somebody gives one.
    package static let placeholder = "TODO: why is this known?"

    /// The file's name as the user gave it.
    package var file: String
    /// Where the file says that its schema is.
    package var schema: String?
    /// What the file says of itself.
    package var comment: String?
    /// What is known, in the file's order.
    package var entries: [Entry]

    /// Makes a baseline.
    package init(file: String, schema: String? = nil, comment: String? = nil, entries: [Entry] = []) {
        self.file = file
        self.schema = schema
        self.comment = comment
        self.entries = entries
    }

    /// The entries that cover an unsafe finding, and say of no risk that it is accepted.
    package var unaccepted: [Entry] { entries.filter { $0.severity == .unsafe && $0.acceptsRisk != true } }

    /// The entries without a reason that somebody gave.
    package var unexplained: [Entry] {
        entries.filter { $0.reason == nil || $0.reason == Self.placeholder }
    }
}
