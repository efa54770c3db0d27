import CORSFixtures
import CORSPolicy
import CORSVocabulary
import FetchModel

/// Compiles the literal steps of a row for one policy and one target.
struct StepPlanner {
    /// What the policy means.
    let meaning: PolicyMeaning
    /// The target's paths.
    let routes: Routes
    /// What makes the requests.
    let builder: FetchBuilder
    /// What is known of the origins met so far.
    private var origins: [Origin: (isRefused: Bool, isSendable: Bool)] = [:]

    /// Makes a planner.
    init(meaning: PolicyMeaning, routes: Routes, builder: FetchBuilder) {
        self.meaning = meaning
        self.routes = routes
        self.builder = builder
    }

    /// Compiles a step, or returns nil if the target lacks its route.
    mutating func plan(_ step: Step) throws -> PlannedStep? {
        switch step.action {
        case .fetch(let fetch):
            guard let path = routes[fetch.route], let judged = builder.judged(fetch, path: path) else { return nil }
            let action = PlannedStep.Action.fetch(
                preflight: builder.preflight(judged, path: path),
                actual: builder.actual(fetch, judged: judged, path: path))
            return try plan(action, judged: judged, isPreflight: false, route: fetch.route, step.expect)
        case .request(let request):
            guard let path = routes[request.route], let wire = builder.wire(request, path: path) else { return nil }
            return try plan(
                .request(wire), judged: builder.judged(request, path: path),
                isPreflight: FetchBuilder.isPreflight(request), route: request.route, step.expect)
        }
    }

    private mutating func plan(
        _ action: PlannedStep.Action, judged: FetchRequest?, isPreflight: Bool, route: Route, _ expect: Expectation
    ) throws -> PlannedStep {
        var patterns: [String: OriginPattern] = [:]
        for rule in expect.headers {
            guard case .matches(let source) = rule.check else { continue }
            patterns[source] = try OriginPattern.compile(source)
        }
        let origin = try judged.map { try facts(of: $0.origin) }
        var step = PlannedStep(
            action: action, route: route, judged: judged, isJudgedAsPreflight: isPreflight, expect: expect,
            isRefusedOrigin: origin?.isRefused ?? false, isSendableOrigin: origin?.isSendable ?? false,
            patterns: patterns)
        if case .request(let request) = action, request.headers.values(.origin).count > 1 {
            step.isSendableOrigin = false
        }
        return step
    }

    /// Says whether the policy refuses an origin, and whether a browser can send it.
    private mutating func facts(of origin: Origin) throws -> (isRefused: Bool, isSendable: Bool) {
        if let known = origins[origin] { return known }
        let facts = (isRefused: try meaning.refuses(origin), isSendable: Browser.canSend(origin))
        origins[origin] = facts
        return facts
    }
}
