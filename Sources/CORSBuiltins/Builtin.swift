package import CORSPolicy
package import CORSVocabulary

/// An adapter that ships: the reference, a faulty one, or a correct one that differs from the reference.
package struct Builtin: Sendable {
    /// What the adapter is for.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case reference
        case faulty
        case correct
    }

    /// The name as `--builtin` takes it: `reference`, `faulty/…`, `correct/…`.
    package var name: String
    /// What the adapter is for.
    package var kind: Kind
    /// The family of faults or differences, such as `origin matching`.
    package var family: String
    /// What it does, in one sentence.
    package var summary: String
    /// The worst severity that a run over the bundled policies shows; nil for adapters that are right.
    package var severity: Severity?
    /// Where such a behaviour was seen.
    package var seenIn: String
    /// The adapter.
    package var adapter: any CORSPolicyAdapter

    /// Makes a builtin.
    package init(
        name: String, kind: Kind, family: String, summary: String, severity: Severity?, seenIn: String,
        adapter: any CORSPolicyAdapter
    ) {
        self.name = name
        self.kind = kind
        self.family = family
        self.summary = summary
        self.severity = severity
        self.seenIn = seenIn
        self.adapter = adapter
    }

    /// Every builtin, the reference first, then the faulty and the correct ones by family and name.
    package static let all: [Builtin] = [
        Builtin(
            name: "reference", kind: .reference, family: "reference", summary: "Does what the policy means.",
            severity: nil, seenIn: "corspec", adapter: ReferencePolicy())
    ]
}
