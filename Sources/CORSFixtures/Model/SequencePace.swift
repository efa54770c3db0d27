/// How the steps of a sequence follow each other: what only many requests show is shown by few.
package struct SequencePace: Sendable, Hashable {
    /// How often a sequence may be carried out: a running server is not to be flooded.
    package static let allowedRounds = 2...64

    /// How often the steps are carried out, one round after the other, on one instance.
    package var rounds = 1
    /// Whether the steps of all rounds are sent at once, each judged by itself.
    package var isParallel = false

    /// Makes a pace: once, in order.
    package init() {}
}
