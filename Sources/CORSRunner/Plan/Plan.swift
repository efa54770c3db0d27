/// What a run does: the policies, and for each its rows in case order.
package struct Plan: Sendable {
    /// The policies, in order.
    package var policies: [PlannedPolicy]
    /// The rows, policy by policy.
    package var rows: [PlannedRow]

    /// The number of requests that the run sends at most: one that rows share counts once.
    package var requestCount: Int {
        var isCounted = policies.map { [Bool](repeating: false, count: $0.exchangeCount) }
        var count = 0
        for row in rows {
            for request in row.requests + row.plainRequests {
                if let place = request.place {
                    if isCounted[row.policyIndex][place] { continue }
                    isCounted[row.policyIndex][place] = true
                }
                count += 1
            }
        }
        return count
    }

    /// The number of cases that the rows come from.
    package var caseCount: Int { Set(rows.map(\.caseID)).count }
}
