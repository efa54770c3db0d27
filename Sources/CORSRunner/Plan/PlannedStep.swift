package import CORSFixtures
import CORSPolicy
package import CORSVocabulary
package import FetchModel

/// A step with its requests made beforehand.
package struct PlannedStep: Sendable {
    /// What is done.
    package enum Action: Sendable {
        /// A page's fetch: the preflight, if one is due, then the actual request.
        case fetch(preflight: HTTPRequest?, actual: HTTPRequest)
        /// One exchange on the wire.
        case request(HTTPRequest)
    }

    /// What is done.
    package let action: Action
    /// The route asked for.
    package let route: Route
    /// The fetch by which answers are judged, or nil where no page is involved.
    package let judged: FetchRequest?
    /// Whether a single exchange is judged as a preflight.
    package var isJudgedAsPreflight = false
    /// Whether the actual request may be sent; if not, the preflight alone is judged.
    var sendsActual = true
    /// What must come of it.
    package let expect: Expectation
    /// Whether the policy refuses the origin sent.
    let isRefusedOrigin: Bool
    /// Whether a browser can send the origin, and sends it once.
    var isSendableOrigin: Bool
    /// The patterns of the expectation's header rules, compiled.
    let patterns: [String: OriginPattern]

    /// The requests of the step, if its preflight passes.
    package var requests: [HTTPRequest] {
        switch action {
        case .fetch(let preflight, let actual): (preflight.map { [$0] } ?? []) + (endsWithPreflight ? [] : [actual])
        case .request(let request): [request]
        }
    }

    /// How many requests the step makes, if its preflight passes.
    var requestCount: Int {
        switch action {
        case .fetch(let preflight, _): preflight == nil || endsWithPreflight ? 1 : 2
        case .request: 1
        }
    }

    /// Whether the step ends with its preflight: a fetch expected to be blocked is judged by it alone, and one that may
    /// not be sent.
    package var endsWithPreflight: Bool {
        guard case .fetch(.some, _) = action else { return false }
        return expect.outcome == .blocked || !sendsActual
    }
}
