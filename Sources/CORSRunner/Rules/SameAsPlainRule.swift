import CORSFixtures
import CORSVocabulary

/// A request that is not cross-origin is answered as it is without an `Origin` line.
///
/// https://fetch.spec.whatwg.org/#http-requests
enum SameAsPlainRule {
    /// Returns what is wrong.
    static func findings(_ outcome: StepOutcome, _ assessor: Assessor) -> [Finding] {
        guard let index = outcome.last, let status = assessor.response(index)?.status,
            let plain = assessor.response(outcome.plain)?.status, plain != status
        else { return [] }
        return [
            Finding(
                kind: .rule(.sameAsPlain), severity: .broken,
                message: "The request is answered with status \(status), without its Origin line with \(plain).",
                expected: "status \(plain)", actual: "status \(status)", section: .httpRequests, exchange: index)
        ]
    }
}
