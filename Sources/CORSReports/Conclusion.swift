package import CORSRunner

/// What a run comes to: the first that applies.
package enum Conclusion: Sendable, Hashable, CaseIterable {
    /// The run was interrupted.
    case interrupted
    /// A row is in error, or the target refused every policy.
    case target
    /// A finding fails the run.
    case findings
    /// The baseline lists what is no longer so.
    case stale
    /// Nothing fails the run.
    case clean

    /// Draws the conclusion.
    ///
    /// - Parameters:
    ///   - report: The report.
    ///   - isStrict: Whether hazards fail the run.
    ///   - isInterrupted: Whether somebody stopped it.
    package init(_ report: RunReport, isStrict: Bool, isInterrupted: Bool) {
        let summary = report.summary
        if isInterrupted {
            self = .interrupted
        } else if summary.error > 0 || Self.isRefusedWhole(report) {
            self = .target
        } else if summary.failed > 0 || (isStrict && summary.hazard > 0) {
            self = .findings
        } else {
            self = report.baseline?.stale.isEmpty ?? true ? .clean : .stale
        }
    }

    /// What the process ends with.
    package var exitCode: Int32 {
        switch self {
        case .clean: 0
        case .findings: 1
        case .target: 3
        case .stale: 4
        case .interrupted: 130
        }
    }

    /// Says whether every policy was refused, and not only those that it is right to refuse.
    static func isRefusedWhole(_ report: RunReport) -> Bool {
        let refused = Set(report.refusals.map(\.policy))
        return report.rows.allSatisfy { refused.contains($0.policy) }
            && report.rows.contains { $0.status == .skipped && refused.contains($0.policy) }
    }
}
