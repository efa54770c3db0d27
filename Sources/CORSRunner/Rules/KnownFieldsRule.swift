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
        guard !known.contains(name), !others.contains(name), let nearest = nearest(to: name.lowercased)
        else { return nil }
        return Finding(
            kind: .rule(.knownFields), severity: .hazard,
            message: "No browser knows the response header \(name.text); it is near \(nearest).",
            expected: nearest, actual: HeaderText.line(name, in: assessor.response(index)), section: .httpResponses,
            exchange: index, field: name)
    }

    /// Returns the known field that a name was meant to be; nil where it may be a field of the server's own.
    ///
    /// What names have in common says nothing: they are compared by what follows `Access-Control-`.
    private static func nearest(to name: String) -> String? {
        let text = name.replacing("_", with: "-")
        if text.hasPrefix("allow-origin") { return FieldName.accessControlAllowOrigin.text }
        guard let prefix = prefixes.first(where: text.hasPrefix) else { return nil }
        let rest = String(text.dropFirst(prefix.count))
        let rests = known.map { ($0.text, String($0.lowercased.dropFirst(prefixes[0].count))) }
        let meant = misnomers[rest] ?? rest
        let near = NearestName.of(meant, in: rests.map(\.1), within: mostEdits)
        return rests.first { $0.1 == meant || $0.1 == near }?.0
    }

    /// How a name begins that was meant to be of the family.
    private static let prefixes = ["access-control-", "acces-control-", "access-controll-", "accesscontrol-", "cors-"]

    /// What is written for another name, though it is not near it.
    private static let misnomers = [
        "allow-max-age": "max-age", "allow-expose-headers": "expose-headers", "allow-exposed-headers": "expose-headers",
    ]

    private static let mostEdits = 2
}
