package import CORSRunner

extension Conclusion {
    /// Draws the conclusion of a comparison: the worst of its columns, in the order of the exit codes.
    ///
    /// - Parameters:
    ///   - comparison: The comparison; what a baseline lists counts as what it is.
    ///   - isStrict: Whether hazards fail the run.
    ///   - isInterrupted: Whether somebody stopped it.
    package init(_ comparison: Comparison, isStrict: Bool, isInterrupted: Bool) {
        let columns = comparison.columns
        if isInterrupted {
            self = .interrupted
        } else if columns.contains(where: { $0.has(.error) || $0.isRefusedWhole }) {
            self = .target
        } else if columns.contains(where: { $0.has(.unsafe) || $0.has(.broken) || (isStrict && $0.has(.hazard)) }) {
            self = .findings
        } else {
            self = columns.contains(where: \.isStale) ? .stale : .clean
        }
    }
}
