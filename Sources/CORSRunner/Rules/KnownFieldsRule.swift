import CORSFixtures
import CORSVocabulary
import StrictJSON

/// No `Access-Control-*` response field that the standard does not know but that is near one that it knows.
///
/// https://fetch.spec.whatwg.org/#http-responses
enum KnownFieldsRule {
    private static let known: [FieldName] = [
        .accessControlAllowOrigin, .accessControlAllowCredentials, .accessControlAllowMethods,
        .accessControlAllowHeaders, .accessControlExposeHeaders, .accessControlMaxAge,
    ]

    /// Fields of other specifications, and of requests, that are no misspelling.
    private static let others: [FieldName] = [
        "Access-Control-Allow-Private-Network", "Access-Control-Request-Private-Network",
        .accessControlRequestMethod, .accessControlRequestHeaders,
    ]

    /// Returns the fields that look misspelt.
    static func findings(_ outcome: StepOutcome, _ assessor: Assessor) -> [Finding] {
        [outcome.preflight, outcome.actual].compactMap(\.self).flatMap { index in
            (assessor.response(index)?.headers.fields ?? []).compactMap { finding($0.name, at: index, assessor) }
        }
    }

    private static func finding(_ name: FieldName, at index: Int, _ assessor: Assessor) -> Finding? {
        guard !known.contains(name), !others.contains(name), isSuspect(name),
            let nearest = NearestName.of(name.text, in: known.map(\.text))
        else { return nil }
        return Finding(
            kind: .rule(.knownFields), severity: .hazard,
            message: "No browser knows the response header \(name.text); it is near \(nearest).",
            expected: nearest, actual: HeaderText.line(name, in: assessor.response(index)), section: .httpResponses,
            exchange: index, field: name)
    }

    /// Says whether a name is of the family, or was meant to be.
    private static func isSuspect(_ name: FieldName) -> Bool {
        let text = name.lowercased
        return text.hasPrefix("access-control") || text.hasPrefix("access_control") || text.hasPrefix("acces-control")
            || text.hasPrefix("allow-origin") || text.hasPrefix("cors-")
    }
}
