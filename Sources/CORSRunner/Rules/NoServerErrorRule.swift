import CORSFixtures
import CORSVocabulary

/// A server error is no answer to a request of CORS, unless the same request without an origin gives it too.
enum NoServerErrorRule {
    /// Returns what is wrong.
    static func findings(_ outcome: StepOutcome, _ assessor: Assessor) -> [Finding] {
        guard let index = outcome.last, let status = assessor.response(index)?.status, status >= 500,
            let plain = assessor.response(outcome.plain)?.status, plain < 500
        else { return [] }
        return [
            Finding(
                kind: .rule(.noServerError), severity: .hazard,
                message:
                    "The request is answered with a server error, status \(status); without an Origin the status is "
                    + "\(plain).",
                expected: "any status below 500", actual: "status \(status)", section: .httpResponses, exchange: index)
        ]
    }
}
