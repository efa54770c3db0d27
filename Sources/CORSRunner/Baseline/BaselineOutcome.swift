import CORSVocabulary

/// What a baseline has come to in a run.
package struct BaselineOutcome: Sendable, Hashable {
    /// The file's name as the user gave it.
    package var file: String
    /// The entries that are stale, in the file's order.
    package var stale: [StaleEntry]
    /// The entries whose rows are worse than they say.
    package var exceeded: [Baseline.Entry]
    /// The policies of entries that are none of the run's.
    package var otherPolicies: [String]
    /// What was written, where the run writes a baseline.
    package var renewal: BaselineRenewal?

    /// Makes an outcome.
    package init(
        file: String, stale: [StaleEntry] = [], exceeded: [Baseline.Entry] = [], otherPolicies: [String] = [],
        renewal: BaselineRenewal? = nil
    ) {
        self.file = file
        self.stale = stale
        self.exceeded = exceeded
        self.otherPolicies = otherPolicies
        self.renewal = renewal
    }
}
