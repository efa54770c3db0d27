package import CORSPolicy
package import CORSRunner

/// A case that somebody asked for, bound to one policy.
package struct FoundCase: Sendable {
    /// The row that is told of.
    package var row: PlannedRow
    /// The policy.
    package var policy: NamedPolicy
    /// The case's rows under that policy.
    package var rowIDs: [String]
    /// The policies that the case applies to, of those that were given.
    package var policies: [String]
    /// The plan of that policy: the case's rows, and those that show whether the server does CORS at all.
    var plan: Plan
}
