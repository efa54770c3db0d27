package import CORSVocabulary
package import FetchModel

/// What came of a step: the exchanges, by their places in the row, and what a browser makes of them.
package struct StepOutcome: Sendable {
    /// The step.
    package let step: PlannedStep
    /// The preflight's exchange, or nil if none was due.
    package var preflight: Int?
    /// The actual request's exchange, or nil if it was not sent.
    package var actual: Int?
    /// The step at which a browser blocks, or nil if it lets the page through.
    package var failure: Failure?
    /// Why a browser fails the fetch beside CORS, or nil if it does not.
    var networkError: NetworkError?
    /// Whether a redirect was followed, so that the last request is not one of the plan.
    var isRedirected = false
    /// Where a redirect leads that was not followed, since it is another host's, or nil if there is none.
    var leavesFor: String?
    /// The header names that the script sees.
    package var exposed: [FieldName] = []
    /// The exchange of the same request without an origin, where a rule asked for it.
    var plain: Int?

    /// Whether there is no last answer that a script could read, beside CORS.
    var isUnread: Bool { networkError != nil || leavesFor != nil }

    /// Takes what a browser makes of the last answer.
    mutating func take(_ verdict: Verdict) {
        failure = verdict.failure
        exposed = verdict.exposed
        if case .failed(let error, _) = verdict.outcome { networkError = error }
    }

    /// The last exchange that the step itself made.
    package var last: Int? { actual ?? preflight }
}
