import CORSReports
import CORSRunner
public import Testing

/// One case, bound to one policy: the argument of a parametrised test.
public struct ConformanceRow: Sendable, Identifiable, CustomTestStringConvertible {
    /// The row's id, as corspec's reports give it: `POLICY:area/slug@value`.
    public let id: String

    private let index: Int
    private let run: SharedRun
    private let hazards: HazardHandling

    init(id: String, index: Int, run: SharedRun, hazards: HazardHandling) {
        self.id = id
        self.index = index
        self.run = run
        self.hazards = hazards
    }

    /// The name that the test's case has.
    public var testDescription: String { id }

    /// Records an issue, with the whole explanation, if the row is not as it must be.
    ///
    /// A row that the adapter cannot be asked, because the policy gives nothing to ask with or was refused, passes. What
    /// the suite's baseline covers is a known issue; a row that passes although the baseline lists it, or whose entry has
    /// expired, is one that is not.
    ///
    /// - Parameter sourceLocation: Where the issue is recorded; the caller's line unless given.
    public func check(sourceLocation: SourceLocation = #_sourceLocation) async {
        let results = await run.results()
        let row = results.report.rows[index]
        if let stale = results.stale[RowKey(policy: row.policy, id: row.id)] {
            Issue.record(Comment(rawValue: stale), sourceLocation: sourceLocation)
        }
        if let known = row.known {
            let reason = known.reason ?? known.issue ?? "listed in the baseline"
            withKnownIssue(Comment(rawValue: reason), sourceLocation: sourceLocation) {
                Issue.record(
                    Comment(rawValue: row.findings.first?.message ?? row.title), sourceLocation: sourceLocation)
            }
            return
        }
        let explanation = "\n" + RowExplanation.text(row, target: results.report.target)
        switch row.status {
        case .passed, .skipped: break
        case .failed, .error: Issue.record(Comment(rawValue: explanation), sourceLocation: sourceLocation)
        case .hazard where hazards == .fail:
            Issue.record(Comment(rawValue: explanation), sourceLocation: sourceLocation)
        case .hazard:
            Issue.record(Comment(rawValue: explanation), severity: .warning, sourceLocation: sourceLocation)
        }
    }
}
