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
        func add(_ request: PlannedRequest?, _ policy: Int) {
            guard let request else { return }
            if let place = request.place {
                if isCounted[policy][place] { return }
                isCounted[policy][place] = true
            }
            count += 1
        }
        for row in rows {
            for step in row.steps {
                switch step.action {
                case .fetch(let preflight, let actual):
                    add(preflight, row.policyIndex)
                    add(actual, row.policyIndex)
                case .request(let request): add(request, row.policyIndex)
                }
                add(step.plain, row.policyIndex)
            }
        }
        return count
    }

    /// The number of cases that the rows come from.
    package var caseCount: Int {
        var cases: Set<String> = []
        var last = ""
        // The rows of a case follow each other.
        for row in rows where row.caseID != last {
            last = row.caseID
            cases.insert(last)
        }
        return cases.count
    }

    /// The policies that have rows, in order.
    package var usedPolicies: [PlannedPolicy] {
        var isUsed = [Bool](repeating: false, count: policies.count)
        for row in rows { isUsed[row.policyIndex] = true }
        return zip(policies, isUsed).filter(\.1).map(\.0)
    }
}
