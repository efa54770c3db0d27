package import CORSFixtures
import CORSPolicy
import CORSVocabulary
package import FetchModel

/// A step with its requests made beforehand.
///
/// It never changes, and is held by reference: what comes of a step points to it.
package final class PlannedStep: Sendable {
    /// What is done.
    package enum Action: Sendable {
        /// A page's fetch: the preflight, if one is due, then the actual request, unless the preflight is all that is
        /// judged.
        case fetch(preflight: PlannedRequest?, actual: PlannedRequest?)
        /// One exchange on the wire.
        case request(PlannedRequest)
    }

    /// What is done.
    package let action: Action
    /// The route asked for.
    package let route: Route
    /// The fetch by which answers are judged, or nil where no page is involved.
    package let judged: FetchRequest?
    /// Whether a single exchange is judged as a preflight.
    package let isJudgedAsPreflight: Bool
    /// Whether the actual request may be sent; if not, the preflight alone is judged.
    let sendsActual: Bool
    /// What must come of it.
    package let expect: Expectation
    /// The last request without an origin, where a rule compares its answer with that.
    let plain: PlannedRequest?
    /// Whether the policy refuses the origin sent.
    let isRefusedOrigin: Bool
    /// Whether a browser can send the origin, and sends it once.
    let isSendableOrigin: Bool
    /// The patterns of the expectation's header rules, compiled.
    let patterns: [String: OriginPattern]

    /// Makes a step.
    init(
        _ action: Action, route: Route, judged: FetchRequest?, isJudgedAsPreflight: Bool = false,
        sendsActual: Bool = true, expect: Expectation, plain: PlannedRequest?, isRefusedOrigin: Bool,
        isSendableOrigin: Bool, patterns: [String: OriginPattern]
    ) {
        self.action = action
        self.route = route
        self.judged = judged
        self.isJudgedAsPreflight = isJudgedAsPreflight
        self.sendsActual = sendsActual
        self.expect = expect
        self.plain = plain
        self.isRefusedOrigin = isRefusedOrigin
        self.isSendableOrigin = isSendableOrigin
        self.patterns = patterns
    }

    /// The requests of the step, if its preflight passes.
    package var requests: [PlannedRequest] {
        switch action {
        case .fetch(let preflight, let actual): [preflight, actual].compactMap(\.self)
        case .request(let request): [request]
        }
    }

    /// Whether the step ends with its preflight: a fetch expected to be blocked is judged by it alone, and one that may
    /// not be sent.
    package var endsWithPreflight: Bool {
        if case .fetch(.some, nil) = action { true } else { false }
    }
}
