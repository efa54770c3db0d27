import CORSRunner

/// When a run ends early: after the first row that fails it.
struct FailFast: Sendable {
    /// Says whether a result ends the run; nil where none does.
    let endsRun: (@Sendable (RowResult) -> Bool)?

    /// Makes the rule.
    ///
    /// - Parameters:
    ///   - isOn: Whether the run ends early at all.
    ///   - isStrict: Whether hazards fail the run.
    ///   - known: What tells which rows a baseline covers, or nil.
    init(isOn: Bool, isStrict: Bool, known: BaselineMatcher?) {
        guard isOn else {
            endsRun = nil
            return
        }
        endsRun = { row in
            switch row.status {
            case .passed, .skipped: false
            case .hazard: isStrict && known?.known(row) == nil
            case .failed: known?.known(row) == nil
            case .error: true
            }
        }
    }
}
