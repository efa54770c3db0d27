extension Plan {
    /// Makes one plan of several: policies and rows one after the other.
    ///
    /// - Parameter plans: The plans; no policy's name stands in two of them.
    package init(joining plans: [Plan]) {
        self.init(policies: [], rows: [])
        for plan in plans {
            let before = policies.count
            policies += plan.policies
            rows += plan.rows.map { row in
                var moved = row
                moved.place.policy += before
                return moved
            }
        }
    }
}
