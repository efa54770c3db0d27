import CORSPolicy
import StrictJSON

/// Which rows of a plan are run: globs on case ids, their aliases, and row ids, each maybe `POLICY:ID`.
package struct Selection: Sendable {
    private let only: [Glob]
    private let except: [Glob]

    /// Makes a selection.
    ///
    /// - Parameters:
    ///   - only: The rows to keep; all if empty.
    ///   - except: The rows to leave out.
    package init(only: [String], except: [String]) {
        self.only = only.map(Glob.init)
        self.except = except.map(Glob.init)
    }

    /// Returns a plan with the selected rows.
    ///
    /// - Throws: `SelectionError` if a glob matches nothing, or nothing is left.
    package func select(from plan: Plan) throws(SelectionError) -> Plan {
        for glob in only + except where !plan.rows.contains(where: { Self.matches(glob, $0) }) {
            throw .unmatched(glob: glob.text, nearest: Self.nearest(to: glob.text, in: plan))
        }
        var selected = plan
        selected.rows = plan.rows.filter { selects(ids: [$0.id, $0.caseID] + $0.aliases, policy: $0.policy) }
        if selected.rows.isEmpty { throw .empty }
        return selected
    }

    /// Says whether a row is selected.
    ///
    /// - Parameters:
    ///   - ids: The row's id, its case's, and the other ids of these.
    ///   - policy: The policy's name.
    /// - Returns: Whether it is.
    func selects(ids: [String], policy: String) -> Bool {
        (only.isEmpty || only.contains { Self.matches($0, ids, policy) })
            && !except.contains { Self.matches($0, ids, policy) }
    }

    private static func matches(_ glob: Glob, _ row: PlannedRow) -> Bool {
        matches(glob, [row.id, row.caseID] + row.aliases, row.policy)
    }

    private static func matches(_ glob: Glob, _ ids: [String], _ policy: String) -> Bool {
        ids.contains { glob.matches($0) || glob.matches("\(policy):\($0)") }
    }

    /// Returns the ids nearest to a glob, at most three.
    private static func nearest(to glob: String, in plan: Plan) -> [String] {
        let ids = Array(Set(plan.rows.flatMap { [$0.caseID, $0.id] })).sorted()
        var left = ids
        var found: [String] = []
        while found.count < 3, let near = NearestName.of(glob, in: left) {
            found.append(near)
            left.removeAll { $0 == near }
        }
        if !found.isEmpty { return found }
        // Nothing is spelled like it: the first cases of its area are nearest.
        let area = glob.prefix { $0 != "/" } + "/"
        return Array(Set(plan.rows.map(\.caseID)).filter { $0.hasPrefix(area) }.sorted().prefix(3))
    }
}

/// A selection that selects nothing.
package enum SelectionError: Error, Sendable, Hashable {
    /// A glob matches no id; the nearest ids.
    case unmatched(glob: String, nearest: [String])
    /// Every row was left out.
    case empty
}
