import CORSVocabulary
import FetchModel

/// Judges where redirects of an actual request that must be readable lead.
///
/// https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
struct RedirectAssessor {
    private static let location: FieldName = "Location"

    /// What knows the row.
    let assessor: Assessor

    /// Returns what is wrong: at most one thing.
    func findings(_ outcome: StepOutcome) -> [Finding] {
        if let url = outcome.leavesFor { return [leaves(for: url, outcome)] }
        if let error = outcome.networkError { return [fails(error, outcome)] }
        return []
    }

    private func leaves(for url: String, _ outcome: StepOutcome) -> Finding {
        Finding(
            kind: .redirectedElsewhere, severity: .hazard,
            message:
                "The fetch is redirected to another host, \(url), which is not asked here: a browser goes on there "
                + "with Origin: null.",
            expected: "an answer, or a redirect within the server",
            actual: HeaderText.line(Self.location, in: assessor.response(outcome.actual)),
            section: .httpRedirectFetch, exchange: outcome.actual, field: Self.location)
    }

    private func fails(_ error: NetworkError, _ outcome: StepOutcome) -> Finding {
        let response = assessor.response(outcome.actual)
        return Finding(
            kind: .fetchFails(error), severity: .broken,
            message:
                "A page on \(outcome.step.judged?.origin.text ?? "") must be able to read the answer, but the fetch "
                + "fails: \(Self.text(error)).",
            expected: "an answer, or a redirect that a browser can follow",
            actual: response.map { "status \($0.status); \(HeaderText.line(Self.location, in: $0))" } ?? "no answer",
            section: .httpRedirectFetch, exchange: outcome.actual, field: Self.location)
    }

    private static func text(_ error: NetworkError) -> String {
        switch error {
        case .tooManyRedirects: "there are more than 20 redirects"
        case .locationInvalid: "Location is no address, or stands there more than once"
        case .locationScheme: "Location is neither http nor https"
        case .locationCredentials: "Location holds a username or a password"
        case .badPort, .urlScheme, .urlCredentials: "no page can ask the address"
        case .proxyAuthentication: "a proxy asks for credentials (status 407)"
        case .headerInvalid: "a header of the answer holds a NUL"
        case .methodForbidden, .bodyNotAllowed, .redirectNotAllowed, .bodyNotReplayable: "it cannot be sent"
        }
    }
}
