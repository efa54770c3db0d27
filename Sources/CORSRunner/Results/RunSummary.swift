import CORSVocabulary

/// The counts of a run's rows.
///
/// `unsafe` and `broken` are within `failed`.
package struct RunSummary: Sendable, Hashable {
    /// All rows.
    package var selected = 0
    /// Rows with notes at most.
    package var passed = 0
    /// Rows whose worst finding is a hazard.
    package var hazard = 0
    /// Rows that fail the run.
    package var failed = 0
    /// Rows that a baseline lists.
    package var known = 0
    /// Rows that were not run.
    package var skipped = 0
    /// Rows without an answer.
    package var error = 0
    /// Failed rows whose worst finding is unsafe.
    package var unsafe = 0
    /// Failed rows whose worst finding is broken.
    package var broken = 0

    /// Counts rows.
    package init(rows: [RowResult]) {
        for row in rows { add(row) }
    }

    /// Makes counts of no rows.
    package init() {}

    /// Counts a row.
    package mutating func add(_ row: RowResult) {
        selected += 1
        if row.isKnown {
            known += 1
            return
        }
        switch row.status {
        case .passed: passed += 1
        case .hazard: hazard += 1
        case .skipped: skipped += 1
        case .error: error += 1
        case .failed:
            failed += 1
            if row.severity == .unsafe { unsafe += 1 } else { broken += 1 }
        }
    }
}
