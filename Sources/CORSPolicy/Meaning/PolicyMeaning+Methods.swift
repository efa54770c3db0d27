package import CORSVocabulary

extension PolicyMeaning {
    private static let common: [Method] = [.get, .head, .post, .put, .patch, .delete]

    /// The methods whose success is asked for: those listed; for `["*"]` the common ones.
    package var listedMethods: [Method] {
        policy.allowMethods == ["*"] ? Self.common : policy.allowMethods.compactMap { Method($0) }
    }

    /// The methods that origin cases may use: those of GET, HEAD and POST that are listed; all three where nothing is
    /// known, since they need no grant.
    package var simpleMethods: [Method] {
        [Method.get, .head, .post].filter { !knows(.allowMethods) || listedMethods.contains($0) }
    }

    /// The listed methods that make a preflight due.
    package var unsafeListedMethods: [Method] { listedMethods.filter { ![Method.get, .head, .post].contains($0) } }

    /// Methods that the policy refuses: common ones, invented ones, and listed ones in another case.
    ///
    /// The refusal of GET, HEAD, POST and OPTIONS is never asked for.
    package var unlistedMethods: [Method] {
        guard knows(.allowMethods), policy.allowMethods != ["*"] else { return [] }
        let listed = Set(listedMethods)
        let others: [Method] = [.put, .delete, .patch, "CORSPEC-INVENTED"]
        // A browser puts PUT and its like in upper case itself, so only other methods have a wrong case.
        let wrongCase = listedMethods.filter { !Self.normalized.contains($0) }.flatMap { method in
            [method.text.lowercased(), method.text.uppercased()].compactMap { Method($0) }
        }
        let longer = unsafeListedMethods.prefix(1).compactMap { Method($0.text + "X") }
        var seen: Set<Method> = []
        return (others + wrongCase + longer).filter { !listed.contains($0) && seen.insert($0).inserted }
    }

    private static let normalized: Set<Method> = [.get, .head, .post, .put, .delete, .options]
}
