import CORSFixtures
import CORSPolicy
import CORSVocabulary
import FetchModel

/// Nothing is exposed beyond the policy and the safelist.
///
/// https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
enum ExposureRule {
    /// Returns the headers that scripts see and the policy does not expose.
    static func findings(_ outcome: StepOutcome, _ assessor: Assessor) -> [Finding] {
        let policy = assessor.policy.meaning.policy
        guard outcome.failure == nil, let index = outcome.actual, policy.exposeHeaders != ["*"],
            policy.stated.contains(.exposeHeaders)
        else { return [] }
        let meant = Set(policy.exposeHeaders.compactMap(FieldName.init))
        return outcome.exposed.filter { !meant.contains($0) && !Browser.isSafelistedResponseHeader($0) }.map { name in
            Finding(
                kind: .exposed(name), severity: .unsafe,
                message: "Scripts can see the response header \(name.text), which the policy does not expose.",
                expected: "Access-Control-Expose-Headers lists at most \(policy.exposeHeaders.joined(separator: ", "))",
                actual: HeaderText.line(.accessControlExposeHeaders, in: assessor.response(index)),
                section: .corsSafelistedResponseHeaderName, exchange: index, field: .accessControlExposeHeaders)
        }
    }
}
