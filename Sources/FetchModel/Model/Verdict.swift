package import CORSVocabulary

/// What a browser does with an exchange.
///
/// A blocked fetch is a verdict, not an error.
package struct Verdict: Sendable, Hashable {
    /// The outcome.
    package enum Outcome: Sendable, Hashable {
        /// The script can read the response.
        case readable
        /// The script gets an error, from the step that failed.
        case blocked(Failure)
    }

    /// Whether the exchange holds a preflight.
    package var hasPreflight: Bool
    /// The outcome.
    package var outcome: Outcome
    /// The names of the response's headers that the script sees, sorted, each once; empty if blocked.
    package var exposed: [FieldName]

    /// Makes a verdict.
    package init(hasPreflight: Bool, outcome: Outcome, exposed: [FieldName]) {
        self.hasPreflight = hasPreflight
        self.outcome = outcome
        self.exposed = exposed
    }

    /// Whether the script can read the response.
    package var isReadable: Bool { outcome == .readable }

    /// The step that failed, or nil if the response is readable.
    package var failure: Failure? {
        guard case .blocked(let failure) = outcome else { return nil }
        return failure
    }
}

/// The step at which a fetch is blocked.
package struct Failure: Sendable, Hashable {
    /// Which step.
    package var reason: BlockReason
    /// Whether it failed on the preflight's response.
    package var isPreflight: Bool
    /// The bytes that failed: the header's combined value, the method, or the header's name; empty where there are none.
    package var value: [UInt8]
    /// The section that holds the step.
    package var section: SpecSection

    /// Makes a failure.
    package init(reason: BlockReason, isPreflight: Bool, value: [UInt8], section: SpecSection) {
        self.reason = reason
        self.isPreflight = isPreflight
        self.value = value
        self.section = section
    }
}
