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
    /// A row that the adapter cannot be asked, because the policy gives nothing to ask with or was refused, passes.
    ///
    /// - Parameter sourceLocation: Where the issue is recorded; the caller's line unless given.
    public func check(sourceLocation: SourceLocation = #_sourceLocation) async {
        let report = await run.report()
        let row = report.rows[index]
        let explanation = "\n" + RowExplanation.text(row, target: report.target)
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
