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

    /// Methods near listed ones that the policy refuses: with a letter more or less at either end, or without signs.
    package var nearMissMethods: [Method] {
        guard knows(.allowMethods), policy.allowMethods != ["*"] else { return [] }
        let anchors = (unsafeListedMethods.isEmpty ? listedMethods : unsafeListedMethods).map(\.text)
        guard let first = anchors.first, let last = anchors.last else { return [] }
        var texts = [String(first.dropLast()), "X" + last, last + "X", String(last.dropFirst())]
        texts += anchors.map { $0.filter(\.isLetter) }
        var seen = Set(listedMethods + unlistedMethods)
        return texts.compactMap { Method($0) }.filter { Self.canRefuse($0) && seen.insert($0).inserted }
    }

    /// Says whether a script can send a method, and a policy refuse it.
    private static func canRefuse(_ method: Method) -> Bool {
        let forbidden = ["CONNECT", "TRACE", "TRACK"]
        let upper = method.text.uppercased()
        return !forbidden.contains(upper) && !normalized.contains { $0.text == upper }
    }

    private static let normalized: Set<Method> = [.get, .head, .post, .put, .delete, .options]
}
