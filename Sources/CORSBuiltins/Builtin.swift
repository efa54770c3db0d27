package import CORSPolicy
package import CORSVocabulary

/// An adapter that ships: the reference, a faulty one, or a correct one that differs from the reference.
package struct Builtin: Sendable {
    /// What an adapter is for.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case reference
        case faulty
        case correct
    }

    /// The name as `--builtin` takes it: `reference`, `faulty/…`, `correct/…`.
    package let name: String
    /// What the adapter is for.
    package let kind: Kind
    /// What its fault or difference is about; nil for the reference.
    package let family: BuiltinFamily?
    /// What it does, in one sentence.
    package let summary: String
    /// The worst severity that a run over the bundled policies shows; nil for adapters that are right.
    package let severity: Severity?
    /// The id of the cause that its worst findings name; nil for adapters that are right.
    package let cause: String?
    /// Where such a behaviour was seen.
    package let seenIn: String
    /// The adapter.
    package let adapter: any CORSPolicyAdapter

    /// Makes a builtin.
    package init(
        name: String, kind: Kind, family: BuiltinFamily?, summary: String, severity: Severity?, cause: String?,
        seenIn: String, adapter: any CORSPolicyAdapter
    ) {
        self.name = name
        self.kind = kind
        self.family = family
        self.summary = summary
        self.severity = severity
        self.cause = cause
        self.seenIn = seenIn
        self.adapter = adapter
    }

    /// Every builtin: the reference, then the faulty ones, then the correct ones, each family together.
    package static let all: [Builtin] = Kind.allCases.flatMap { kind in
        ([nil] + BuiltinFamily.allCases).flatMap { family in
            collected.filter { $0.kind == kind && $0.family == family }
        }
    }

    private static let collected: [Builtin] =
        [
            Builtin(
                name: "reference", kind: .reference, family: nil, summary: "Does what the policy means.", severity: nil,
                cause: nil, seenIn: "corspec", adapter: ReferencePolicy())
        ] + originFaults + credentialFaults + orderFaults + authenticationFaults + preflightFaults + methodFaults
        + requestHeaderFaults + cookieFaults + maxAgeFaults + malformedGrantFaults + exposureFaults + cacheFaults
        + stateFaults + errorFaults + correctPreflights + correctLists + correctGrants + correctCaching
        + correctExposure + correctState + correctErrors + correctRefusals

    /// The heading under which it is listed: its kind and its family.
    package var heading: String { [kind.rawValue, family?.rawValue].compactMap(\.self).joined(separator: ": ") }

    /// Finds the builtin of a name.
    ///
    /// - Parameter name: The name, as `--builtin` takes it.
    /// - Returns: The builtin, or nil if none has the name.
    package static func named(_ name: String) -> Builtin? { all.first { $0.name == name } }
}
