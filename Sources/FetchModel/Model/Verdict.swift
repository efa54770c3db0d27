package import CORSVocabulary

/// What a browser does with an exchange.
///
/// A blocked fetch is a verdict, not an error.
package struct Verdict: Sendable, Hashable {
    /// The outcome.
    package enum Outcome: Sendable, Hashable {
        /// The script can read the response.
        case readable
        /// The script gets a response without status and headers: a redirect that was not followed.
        case opaqueRedirect
        /// The script gets an error, from the step of the CORS protocol that failed.
        case blocked(Failure)
        /// The script gets an error for another reason.
        case failed(NetworkError, SpecSection)
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

    /// The step of the CORS protocol that failed, or nil if none did.
    package var failure: Failure? {
        guard case .blocked(let failure) = outcome else { return nil }
        return failure
    }

    /// The outcome in a word: `readable`, `opaqueredirect` or `blocked`.
    package var outcomeName: String {
        switch outcome {
        case .readable: "readable"
        case .opaqueRedirect: "opaqueredirect"
        case .blocked, .failed: "blocked"
        }
    }

    /// Why the fetch is blocked, or nil if it is not: one of `reasons`.
    package var reason: String? {
        switch outcome {
        case .readable, .opaqueRedirect: nil
        case .blocked(let failure): failure.reason.rawValue
        case .failed(let error, _): error.rawValue
        }
    }

    /// The section that decided, or nil if the response is readable.
    package var section: SpecSection? {
        switch outcome {
        case .readable: nil
        case .opaqueRedirect: .httpFetch
        case .blocked(let failure): failure.section
        case .failed(_, let section): section
        }
    }

    /// Every reason for which a fetch is blocked.
    package static let reasons = BlockReason.allCases.map(\.rawValue) + NetworkError.allCases.map(\.rawValue)
}
