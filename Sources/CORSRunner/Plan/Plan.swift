/// What a run does: the policies, and for each its rows in case order.
package struct Plan: Sendable {
    /// The policies, in order.
    package var policies: [PlannedPolicy]
    /// The rows, policy by policy.
    package var rows: [PlannedRow]

    /// The number of requests that the run sends at most.
    package var requestCount: Int { rows.reduce(0) { $0 + $1.requestCount } }

    /// The number of cases that the rows come from.
    package var caseCount: Int { Set(rows.map(\.caseID)).count }
}
