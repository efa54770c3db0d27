import StrictJSON

/// The ids of a plan's rows, to be looked up.
package struct RowIndex: Sendable {
    /// For each policy, each row's id by itself and by its aliases.
    private var ids: [String: [String: String]] = [:]

    /// Makes the index of a plan.
    ///
    /// - Parameter plan: The plan, whole: before selection.
    package init(_ plan: Plan) {
        for policy in plan.policies { ids[policy.name] = [:] }
        for row in plan.rows {
            let bound = row.id.dropFirst(row.caseID.count)
            for alias in row.aliases { ids[row.policy, default: [:]][alias + bound] = row.id }
        }
        for row in plan.rows { ids[row.policy, default: [:]][row.id] = row.id }
    }

    /// The names of the policies.
    package var policies: [String] { ids.keys.sorted() }

    /// Says whether the plan has a policy.
    package func has(policy: String) -> Bool { ids[policy] != nil }

    /// Returns the id that a row has today, or nil if there is no such row.
    package func id(of id: String, policy: String) -> String? { ids[policy]?[id] }

    /// Returns the id that is nearest to one that is none, or nil if none is near.
    package func nearest(to id: String, policy: String) -> String? {
        let names = (ids[policy] ?? [:]).keys.sorted()
        return NearestName.of(id, in: names) ?? names.first { $0.hasPrefix(id + "@") }
    }
}
