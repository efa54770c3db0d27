import CORSFixtures
import CORSPolicy
import CORSVocabulary
import FetchModel

/// Nothing is exposed beyond the policy and the safelist.
///
/// https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
enum ExposureRule {
    /// Returns the headers that scripts see, or would if the answer carried them, and that the policy does not expose.
    static func findings(_ outcome: StepOutcome, _ assessor: Assessor) -> [Finding] {
        let policy = assessor.policy.meaning.policy
        guard outcome.failure == nil, let index = outcome.actual, policy.exposeHeaders != ["*"],
            policy.stated.contains(.exposeHeaders)
        else { return [] }
        let meant = Set(policy.exposeHeaders.compactMap(FieldName.init))
        let response = assessor.response(index)
        var seen = outcome.exposed
        let named = named(response, outcome)
        // A list that lacks the policy's own names is wrong as a whole, perhaps misspelt: that is found by them.
        if meant.isSubset(of: named) { seen += named.filter { !seen.contains($0) } }
        return seen.filter { !meant.contains($0) && !Browser.isSafelistedResponseHeader($0) }.map { name in
            Finding(
                kind: .exposed(name), severity: .unsafe,
                message: response?.headers.contains(name) == true
                    ? "Scripts can see the response header \(name.text), which the policy does not expose."
                    : "Scripts could see the response header \(name.text), were it sent; the policy does not expose it.",
                expected: "Access-Control-Expose-Headers lists at most \(policy.exposeHeaders.joined(separator: ", "))",
                actual: HeaderText.line(.accessControlExposeHeaders, in: response),
                section: .corsSafelistedResponseHeaderName, exchange: index, field: .accessControlExposeHeaders)
        }
    }

    /// Returns the names in the list of exposed headers that a script would see if the answer carried them.
    private static func named(_ response: HTTPResponse?, _ outcome: StepOutcome) -> [FieldName] {
        guard let response, let judged = outcome.step.judged else { return [] }
        let names = HeaderText.members(of: .accessControlExposeHeaders, in: response).filter { $0 != "*" }
            .compactMap { FieldName($0) }
        guard !names.isEmpty else { return [] }
        var carrying = response
        for name in names where !carrying.headers.contains(name) { carrying.headers.append(name, "corspec") }
        let exposed = Browser.verdict(on: carrying, for: judged, hasPreflight: false).exposed
        return names.filter(exposed.contains)
    }
}
