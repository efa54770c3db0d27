extension Plan {
    /// Makes one plan of several: policies and rows one after the other.
    ///
    /// - Parameter plans: The plans; no policy's name stands in two of them.
    package init(joining plans: [Plan]) {
        self.init(policies: [], rows: [])
        for plan in plans {
            let before = policies.count
            policies += plan.policies
            rows += plan.rows.map { $0.moved(toPolicy: $0.policyIndex + before) }
        }
    }
}

extension Plan {
    /// Returns the plan with the rows that another plan of the same cases and policies has.
    package func narrowed(to other: Plan) -> Plan {
        let wanted = Set(other.rows.map { RowKey(policy: $0.policy, id: $0.id) })
        var narrowed = self
        narrowed.rows = rows.filter { wanted.contains(RowKey(policy: $0.policy, id: $0.id)) }
        return narrowed
    }
}
