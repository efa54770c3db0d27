import CORSRunner
import StrictJSON

/// Stale entries of a baseline that are deleted together: the rows pass, and the entries stand one below the other.
struct StaleRun {
    /// The entries; at least one.
    private(set) var entries: [StaleEntry]

    /// What is wrong, and what to do about it in the file.
    var message: String {
        guard let first = entries.first, let last = entries.last, entries.count > 1,
            let start = first.entry.place?.start.line, let end = last.entry.place?.end.line
        else { return entries.first?.message ?? "" }
        let comma = last.comma.map { ", and the comma at the end of line \($0)" } ?? ""
        return "\(entries.count) rows pass now: delete lines \(start) to \(end) of \(first.file)\(comma)"
    }

    /// Gathers entries that can be deleted together.
    static func runs(of stale: [StaleEntry]) -> [StaleRun] {
        stale.reduce(into: []) { runs, entry in
            if let last = runs.last?.entries.last, follows(entry, last) {
                runs[runs.count - 1].entries.append(entry)
            } else {
                runs.append(StaleRun(entries: [entry]))
            }
        }
    }

    private static func follows(_ entry: StaleEntry, _ last: StaleEntry) -> Bool {
        guard entry.problem == .passes, last.problem == .passes, let place = entry.entry.place,
            let before = last.entry.place, place.isAlone, before.isAlone
        else { return false }
        return place.start.line == before.end.line + 1
    }
}
