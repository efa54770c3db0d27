import CORSVocabulary
import FetchModel

/// What came of a step: the exchanges, by their places in the row, and what a browser makes of them.
struct StepOutcome: Sendable {
    /// The step.
    let step: PlannedStep
    /// The preflight's exchange, or nil if none was due.
    var preflight: Int?
    /// The actual request's exchange, or nil if it was not sent.
    var actual: Int?
    /// The step at which a browser blocks, or nil if it lets the page through.
    var failure: Failure?
    /// The header names that the script sees.
    var exposed: [FieldName] = []
    /// The exchange of the same request without an origin, where a rule asked for it.
    var plain: Int?

    /// The last exchange that the step itself made.
    var last: Int? { actual ?? preflight }
}
