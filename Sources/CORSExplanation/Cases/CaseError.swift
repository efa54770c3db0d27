import StrictJSON

/// A case that cannot be explained.
package struct CaseError: Error, Sendable, Hashable {
    /// What is wrong, and what is near it.
    package var message: String

    /// No case or row has the id.
    static func unknown(_ id: String, in ids: [String]) -> CaseError {
        let near = nearest(to: id, in: ids)
        return CaseError(
            message: "there is no case \"\(id)\"" + (near.isEmpty ? "" : "; nearest: \(near.joined(separator: ", "))"))
    }

    /// Returns the ids nearest to one, at most three: by their spelling, or else those of its area.
    private static func nearest(to id: String, in ids: [String]) -> [String] {
        var left = ids
        var found: [String] = []
        while found.count < 3, let near = NearestName.of(id, in: left) {
            found.append(near)
            left.removeAll { $0 == near }
        }
        if !found.isEmpty { return found }
        let area = id.prefix { $0 != "/" } + "/"
        return Array(ids.filter { $0.hasPrefix(area) }.prefix(3))
    }
}
