/// Finds the name that a person most likely meant.
package enum NearestName {
    /// Returns the candidate nearest to a name by edits (insert, delete, replace, swap), without regard to case.
    ///
    /// A candidate that begins with the name counts as near.
    ///
    /// - Parameters:
    ///   - name: What was typed.
    ///   - candidates: What is accepted.
    ///   - most: How many edits away the nearest may be; a third of the name's length, at least two, unless given.
    /// - Returns: The nearest, or nil if none is near.
    package static func of(_ name: String, in candidates: some Collection<String>, within most: Int? = nil) -> String? {
        let typed = Array(name.lowercased().utf8.prefix(256))
        guard !typed.isEmpty else { return nil }
        let limit = most ?? max(2, typed.count / 3)
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != name {
            let other = Array(candidate.lowercased().utf8.prefix(256))
            var distance =
                other.count > typed.count + limit || typed.count > other.count + limit
                ? Int.max : editDistance(typed, other)
            if distance > limit, typed.count >= 3, other.starts(with: typed) { distance = limit }
            if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best?.name
    }

    /// Returns `; did you mean "x"?`, or an empty string if nothing is near.
    package static func hint(_ name: String, in candidates: some Collection<String>) -> String {
        of(name, in: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
    }

    /// The number of inserted, deleted, replaced or swapped bytes between two names.
    private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let cost = left[row] == right[column] ? 0 : 1
                var value = min(last[column + 1] + 1, current[column] + 1, last[column] + cost)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    value = min(value, beforeLast[column - 1] + 1)
                }
                current.append(value)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
