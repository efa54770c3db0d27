import CORSFixtures
import CORSPolicy
import CORSVocabulary

/// `Access-Control-Max-Age` on a preflight that is granted: one line of digits, not above the policy's.
///
/// https://fetch.spec.whatwg.org/#http-access-control-max-age
enum MaxAgeRule {
    /// A browser remembers a preflight for so many seconds where the header is absent or malformed.
    private static let unstatedSeconds = 5

    /// Returns what is wrong.
    static func findings(_ outcome: StepOutcome, _ assessor: Assessor) -> [Finding] {
        let index = outcome.preflight ?? (outcome.step.isJudgedAsPreflight ? outcome.actual : nil)
        guard outcome.failure == nil, let index, let response = assessor.response(index) else { return [] }
        let policy = assessor.policy.meaning.policy
        let values = response.headers.values(.accessControlMaxAge)
        let expected = policy.maxAge.map { "one line of digits, at most \($0)" } ?? "one line of digits, or none"
        func finding(_ message: String) -> [Finding] {
            [
                Finding(
                    kind: .rule(.maxAge), severity: .hazard, message: message, expected: expected,
                    actual: HeaderText.line(.accessControlMaxAge, in: response), section: .corsPreflightFetch,
                    exchange: index, field: .accessControlMaxAge)
            ]
        }
        guard let first = values.first else {
            guard let stated = policy.maxAge, stated > unstatedSeconds else { return [] }
            return finding("The policy's max_age of \(stated) is not sent, so browsers ask again after 5 seconds.")
        }
        let digits = HeaderText.trim(first.bytes[...])
        let isNumber = !digits.isEmpty && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        // The policy's 0 may be said as -1: what browsers make of it is the same.
        if policy.maxAge == 0, values.count == 1, digits.elementsEqual("-1".utf8) { return [] }
        guard values.count == 1, isNumber else {
            return finding("Access-Control-Max-Age is no number of seconds, so browsers ask again after 5 seconds.")
        }
        guard let stated = policy.maxAge else { return [] }
        let seconds = Int(Latin1.text(digits)) ?? Int.max
        return seconds > stated
            ? finding("Browsers are told to remember a preflight for \(seconds) seconds, the policy says \(stated).")
            : []
    }
}
