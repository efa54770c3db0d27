/// An entry of a baseline that is not as it must be any more, and what to do.
package struct StaleEntry: Sendable, Hashable {
    /// What is stale about it.
    package enum Problem: Sendable, Hashable {
        /// The row passes after all.
        case passes
        /// No row has the id; the nearest id.
        case unmatched(nearest: String?)
        /// Its last day is over, and the row fails still.
        case expired(CalendarDate)
    }

    /// The baseline's file.
    package var file: String
    /// The entry.
    package var entry: Baseline.Entry
    /// What is stale about it.
    package var problem: Problem
    /// The line whose comma at the end must go with the entry, or nil.
    package var comma: Int?

    /// Makes a stale entry.
    package init(file: String, entry: Baseline.Entry, problem: Problem, comma: Int? = nil) {
        self.file = file
        self.entry = entry
        self.problem = problem
        self.comma = comma
    }

    /// A short name of the problem.
    package var name: String {
        switch problem {
        case .passes: "passes"
        case .unmatched: "unmatched"
        case .expired: "expired"
        }
    }

    /// What is wrong, and what to do about it in the file.
    package var message: String {
        let row = "\(entry.policy):\(entry.id)"
        switch problem {
        case .passes: return "\(row) passes now: \(deletion)"
        case .unmatched(let nearest):
            let near = nearest.map { "; did you mean \"\($0)\"? If not, " } ?? ": "
            return "\(row) is no row of the run\(near)\(deletion)"
        case .expired(let date):
            return "\(row) was known until \(date) and fails still: mend it, or give it another day in \(place)"
        }
    }

    /// Whether the entry is to be deleted.
    package var isToBeDeleted: Bool {
        if case .expired = problem { return false }
        return true
    }

    private var place: String { entry.place.map { "\($0.text) of \(file)" } ?? file }

    private var deletion: String {
        let comma = comma.map { ", and the comma at the end of line \($0)" } ?? ""
        return "delete \(place)\(comma)"
    }
}
