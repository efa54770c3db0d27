package import CORSPolicy

/// A policy of a plan, with its meaning.
package struct PlannedPolicy: Sendable {
    /// The policy.
    package let named: NamedPolicy
    /// What it means.
    package let meaning: PolicyMeaning
    /// Whether the target's open route carries every header that the policy exposes.
    package var carriesExposed = true
    /// How many exchanges its rows share, at most: the places of its requests are below it.
    var exchangeCount = 0

    /// The name in reports.
    package var name: String { named.name }
}
