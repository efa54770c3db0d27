import CORSVocabulary
import StrictJSON

/// Holds a run's results against a baseline.
package struct BaselineMatcher: Sendable {
    private let baseline: Baseline
    private let index: RowIndex
    private let today: CalendarDate?
    private var entries: [RowKey: Baseline.Entry] = [:]

    /// Makes a matcher.
    ///
    /// - Parameters:
    ///   - baseline: The baseline.
    ///   - index: The ids of the whole plan, before selection.
    ///   - today: The day by UTC, or nil where entries do not expire.
    package init(_ baseline: Baseline, index: RowIndex, today: CalendarDate?) {
        self.baseline = baseline
        self.index = index
        self.today = today
        for entry in baseline.entries {
            guard let id = index.id(of: entry.id, policy: entry.policy) else { continue }
            let key = RowKey(policy: entry.policy, id: id)
            if entries[key] == nil { entries[key] = entry }
        }
    }

    /// Returns the entry of a row, whether or not it covers it.
    func entry(of row: RowResult) -> Baseline.Entry? { entries[RowKey(policy: row.policy, id: row.id)] }

    /// Returns what is known of a row, or nil if no entry covers what is wrong with it.
    package func known(_ row: RowResult) -> KnownFailure? {
        guard row.status == .failed || row.status == .hazard, let severity = row.severity,
            let entry = entry(of: row), !entry.isExpired(on: today), severity <= entry.severity
        else { return nil }
        return KnownFailure(entry)
    }

    /// Marks the rows of a report that are known, and adds what the baseline has come to.
    package func mark(_ report: inout RunReport) {
        var rows: [RowKey: RowResult] = [:]
        for place in report.rows.indices {
            report.rows[place].known = known(report.rows[place])
            let row = report.rows[place]
            rows[RowKey(policy: row.policy, id: row.id)] = row
        }
        var outcome = BaselineOutcome(file: baseline.file)
        for entry in baseline.entries {
            guard index.has(policy: entry.policy) else {
                if !outcome.otherPolicies.contains(entry.policy) { outcome.otherPolicies.append(entry.policy) }
                continue
            }
            guard let id = index.id(of: entry.id, policy: entry.policy) else {
                let nearest = index.nearest(to: entry.id, policy: entry.policy)
                outcome.stale.append(
                    StaleEntry(file: baseline.file, entry: entry, problem: .unmatched(nearest: nearest)))
                continue
            }
            // What was not selected is not judged.
            guard let row = rows[RowKey(policy: entry.policy, id: id)] else { continue }
            judge(entry, row, into: &outcome)
        }
        addComma(to: &outcome)
        report.baseline = outcome
    }

    private func judge(_ entry: Baseline.Entry, _ row: RowResult, into outcome: inout BaselineOutcome) {
        if row.status == .passed {
            outcome.stale.append(StaleEntry(file: baseline.file, entry: entry, problem: .passes))
        } else if entry.isExpired(on: today), let date = entry.expires {
            outcome.stale.append(StaleEntry(file: baseline.file, entry: entry, problem: .expired(date)))
        } else if row.status == .failed, let severity = row.severity, severity > entry.severity {
            outcome.exceeded.append(entry)
        }
    }

    /// JSON has no trailing comma: where the last entries go, so does the comma before them.
    private func addComma(to outcome: inout BaselineOutcome) {
        let deleted = Set(outcome.stale.filter(\.isToBeDeleted).map(\.entry))
        let kept = baseline.entries.last { !deleted.contains($0) }
        guard let last = baseline.entries.last, deleted.contains(last), let line = kept?.place?.end.line,
            let place = outcome.stale.lastIndex(where: { $0.entry == last })
        else { return }
        outcome.stale[place].comma = line
    }
}
