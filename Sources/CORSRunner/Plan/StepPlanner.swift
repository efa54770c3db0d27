import CORSFixtures
import CORSPolicy
import CORSVocabulary
import FetchModel

/// Compiles the literal steps of a row for one policy and one target.
struct StepPlanner {
    /// What becomes of a step.
    enum Result {
        case planned(PlannedStep)
        /// The target may not be asked; why.
        case skipped(String)
    }

    /// What the policy means.
    let meaning: PolicyMeaning
    /// What may be asked of the target.
    let terms: TargetTerms
    /// What makes the requests.
    let builder: FetchBuilder
    /// The requests of the policy's rows.
    private(set) var requests: RequestTable
    /// Why no row of the policy can be run, or nil if they can.
    var policySkipReason: String?
    /// What is known of the origins met so far.
    private var origins: [Origin: (isRefused: Bool, isSendable: Bool)] = [:]
    /// Whose requests are made.
    private var sender = RequestTable.Sender.single

    /// Makes a planner for a policy, whose place in the plan is given.
    init(meaning: PolicyMeaning, terms: TargetTerms, builder: FetchBuilder, policy: Int) {
        self.meaning = meaning
        self.terms = terms
        self.builder = builder
        requests = RequestTable(dressing: terms.dressing, policy: policy, origin: builder.origin)
    }

    /// Begins a row.
    mutating func begin(_ fixture: FixtureCase) { sender = requests.sender(isSequence: fixture.sequence != nil) }

    /// Compiles a step of the row.
    mutating func plan(_ step: Step) throws -> Result {
        switch step.action {
        case .fetch(let fetch): try plan(fetch, step.expect)
        case .request(let request): try plan(request, step.expect)
        }
    }

    private mutating func plan(_ fetch: FetchAction, _ expect: Expectation) throws -> Result {
        guard let place = terms.routes[fetch.route] else { return .skipped(Self.lacks(fetch.route)) }
        guard let judged = builder.judged(fetch, path: place.path) else {
            return .skipped("\"\(fetch.method)\" is no method")
        }
        let preflight = builder.preflight(judged, path: place.path)
        if expect.outcome != .blocked || preflight == nil, !place.has(judged.sentMethod) {
            return .skipped(Self.lacks(judged.sentMethod, fetch.route))
        }
        let sendsActual = maySend(judged.sentMethod)
        if !sendsActual, preflight == nil { return .skipped(Self.notSent(judged.sentMethod)) }
        let endsWithPreflight = preflight != nil && (expect.outcome == .blocked || !sendsActual)
        let actual = endsWithPreflight ? nil : builder.actual(fetch, judged: judged, path: place.path)
        var planned = try self.planned(
            .fetch(
                preflight: preflight.map { requests.planned($0, of: sender) },
                actual: actual.map { requests.planned($0, of: sender) }),
            judged: judged, route: fetch.route, expect)
        planned.plain = plain(of: actual, expect)
        planned.sendsActual = sendsActual
        return .planned(planned)
    }

    private mutating func plan(_ request: RequestAction, _ expect: Expectation) throws -> Result {
        guard let place = terms.routes[request.route] else { return .skipped(Self.lacks(request.route)) }
        guard let wire = builder.wire(request, path: place.path) else {
            return .skipped("\"\(request.method)\" is no method")
        }
        let judged = builder.judged(request, path: place.path)
        let isPreflight = FetchBuilder.isPreflight(request)
        if isPreflight {
            if expect.outcome == .readable, let method = judged?.sentMethod, !place.has(method) {
                return .skipped(Self.lacks(method, request.route))
            }
        } else {
            if !place.has(wire.method) { return .skipped(Self.lacks(wire.method, request.route)) }
            if !maySend(wire.method) { return .skipped(Self.notSent(wire.method)) }
        }
        var planned = try self.planned(
            .request(requests.planned(wire, of: sender)), judged: judged, route: request.route, expect)
        planned.plain = plain(of: wire, expect)
        planned.isJudgedAsPreflight = isPreflight
        if wire.headers.values(.origin).count > 1 { planned.isSendableOrigin = false }
        return .planned(planned)
    }

    private mutating func planned(
        _ action: PlannedStep.Action, judged: FetchRequest?, route: Route, _ expect: Expectation
    ) throws -> PlannedStep {
        var patterns: [String: OriginPattern] = [:]
        for rule in expect.headers {
            guard case .matches(let source) = rule.check else { continue }
            patterns[source] = try OriginPattern.compile(source)
        }
        let origin = try judged.map { try facts(of: $0.origin) }
        return PlannedStep(
            action: action, route: route, judged: judged, expect: expect, isRefusedOrigin: origin?.isRefused ?? false,
            isSendableOrigin: origin?.isSendable ?? false, patterns: patterns)
    }

    /// Says whether the policy refuses an origin, and whether a browser can send it.
    private mutating func facts(of origin: Origin) throws -> (isRefused: Bool, isSendable: Bool) {
        if let known = origins[origin] { return known }
        let facts = (isRefused: try meaning.refuses(origin), isSendable: Browser.canSend(origin))
        origins[origin] = facts
        return facts
    }

    /// Returns a request without an origin, if a rule compares answers with that to it.
    private mutating func plain(of request: HTTPRequest?, _ expect: Expectation) -> PlannedRequest? {
        guard let request, expect.rules.contains(where: \.comparesWithPlain) else { return nil }
        return requests.plain(of: request, of: sender)
    }
}

extension NamedRule {
    /// Whether the rule compares the answer with that to the same request without an origin.
    fileprivate var comparesWithPlain: Bool { self == .sameAsPlain || self == .noServerError }
}

// MARK: - What is not asked

extension StepPlanner {
    private static let reads: Set<Method> = [.get, .head, .options]
    private static let writes: Set<Method> = [.post, .put, .patch, .delete]

    /// Says whether a method may be sent beyond a preflight.
    private func maySend(_ method: Method) -> Bool {
        switch terms.sending {
        case .everything: true
        case .common: Self.reads.contains(method) || Self.writes.contains(method)
        case .reads: Self.reads.contains(method)
        }
    }

    private static func lacks(_ route: Route) -> String {
        "the target has no route \(route.rawValue): --route '\(route.rawValue)=/…' names one"
    }

    private static func lacks(_ method: Method, _ route: Route) -> String {
        "the route \(route.rawValue) has no \(method.text)"
    }

    private static func notSent(_ method: Method) -> String {
        writes.contains(method)
            ? "\(method.text) is not sent to a server that is running: --allow-writes sends it"
            : "the method \(method.text) is not sent to a server that is running"
    }
}
