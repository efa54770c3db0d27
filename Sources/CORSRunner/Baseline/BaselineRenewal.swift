import CORSVocabulary

/// A baseline made new from a run, and what changed.
package struct BaselineRenewal: Sendable, Hashable {
    /// The baseline as it is now.
    package private(set) var baseline: Baseline
    /// How many entries stayed.
    package private(set) var kept = 0
    /// How many entries went, since their rows pass or are no more.
    package private(set) var dropped = 0
    /// How many entries came.
    package private(set) var added = 0

    /// Renews a baseline: entries whose rows fail still stay as they are, in their order; those whose rows pass or are
    /// no more go; rows that fail and are not listed come at the end.
    ///
    /// Entries outside the selection stay. An entry whose row is worse than it says is raised to what the row is.
    ///
    /// - Parameters:
    ///   - old: The baseline as it was; an empty one to write a new one.
    ///   - report: The results.
    ///   - index: The ids of the whole plan, before selection.
    ///   - isStrict: Whether hazards fail the run, so that they are listed as well.
    package init(of old: Baseline, by report: RunReport, index: RowIndex, isStrict: Bool) {
        baseline = old
        baseline.entries = []
        var rows: [RowKey: RowResult] = [:]
        for row in report.rows { rows[RowKey(policy: row.policy, id: row.id)] = row }
        var listed: Set<RowKey> = []
        for entry in old.entries {
            let id = index.id(of: entry.id, policy: entry.policy)
            let key = RowKey(policy: entry.policy, id: id ?? entry.id)
            let isGone = id == nil && index.has(policy: entry.policy)
            guard !isGone, rows[key]?.status != .passed, listed.insert(key).inserted else {
                dropped += 1
                continue
            }
            kept += 1
            baseline.entries.append(Self.raised(entry, by: rows[key]))
        }
        for row in report.rows where row.status == .failed || (isStrict && row.status == .hazard) {
            guard let severity = row.severity, listed.insert(RowKey(policy: row.policy, id: row.id)).inserted else {
                continue
            }
            added += 1
            baseline.entries.append(
                Baseline.Entry(
                    id: row.id, policy: row.policy, severity: severity, reason: Baseline.placeholder,
                    acceptsRisk: severity == .unsafe ? false : nil))
        }
    }

    /// Returns an entry that covers its row.
    private static func raised(_ entry: Baseline.Entry, by row: RowResult?) -> Baseline.Entry {
        guard let row, row.status == .failed, let severity = row.severity, severity > entry.severity else {
            return entry
        }
        var raised = entry
        raised.severity = severity
        if severity == .unsafe { raised.acceptsRisk = entry.acceptsRisk ?? false }
        return raised
    }
}
