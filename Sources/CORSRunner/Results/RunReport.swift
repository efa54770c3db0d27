/// A run's results, whole: what the report formats are made of.
package struct RunReport: Sendable {
    /// The number of the format in which programs read it.
    package static let format = 1

    /// What was tested.
    package var target: TargetDescription
    /// The policies that the target refused to work with, with its words.
    package var refusals: [(policy: String, reason: String)]
    /// Why the target could not be set up with a policy; each reason once.
    package var failures: [String]
    /// A row for each selected bound case, in case order.
    package var rows: [RowResult]
    /// How long the run took.
    package var duration: Duration
    /// What the baseline has come to, or nil where there is none.
    package var baseline: BaselineOutcome?

    /// Makes a report.
    package init(
        target: TargetDescription, refusals: [(policy: String, reason: String)] = [], failures: [String] = [],
        rows: [RowResult],
        duration: Duration
    ) {
        self.target = target
        self.refusals = refusals
        self.failures = failures
        self.rows = rows
        self.duration = duration
    }

    /// The counts of the rows.
    package var summary: RunSummary { RunSummary(rows: rows) }
}
