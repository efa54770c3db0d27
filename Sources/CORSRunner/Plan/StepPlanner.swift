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
    /// The addresses of the target's routes.
    private let addresses: [Route: FetchAddress]
    /// What is known of the origins met so far.
    private var origins: [Origin: (isRefused: Bool, isSendable: Bool)] = [:]
    /// Whose requests are made.
    private var sender = RequestTable.Sender.single

    /// Makes a planner for a policy, whose place in the plan is given.
    init(meaning: PolicyMeaning, terms: TargetTerms, builder: FetchBuilder, policy: Int) {
        self.meaning = meaning
        self.terms = terms
        self.builder = builder
        addresses = Dictionary(
            uniqueKeysWithValues: Route.allCases.compactMap { route in
                terms.routes[route].map { (route, builder.address($0.path)) }
            })
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
        guard let place = terms.routes[fetch.route], let address = addresses[fetch.route] else {
            return .skipped(Self.lacks(fetch.route))
        }
        guard let judged = builder.judged(fetch, at: address) else {
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
        let action = PlannedStep.Action.fetch(
            preflight: preflight.map { requests.planned($0, of: sender) },
            actual: actual.map { requests.planned($0, of: sender) })
        let facts = try self.facts(of: judged.origin)
        return .planned(
            PlannedStep(
                action, route: fetch.route, judged: judged, sendsActual: sendsActual, expect: expect,
                plain: plain(of: actual, expect), isRefusedOrigin: facts.isRefused, isSendableOrigin: facts.isSendable,
                patterns: try patterns(expect)))
    }

    private mutating func plan(_ request: RequestAction, _ expect: Expectation) throws -> Result {
        guard let place = terms.routes[request.route], let address = addresses[request.route] else {
            return .skipped(Self.lacks(request.route))
        }
        guard let wire = builder.wire(request, path: place.path) else {
            return .skipped("\"\(request.method)\" is no method")
        }
        let judged = builder.judged(request, at: address)
        let isPreflight = FetchBuilder.isPreflight(request)
        if isPreflight {
            if expect.outcome == .readable, let method = judged?.sentMethod, !place.has(method) {
                return .skipped(Self.lacks(method, request.route))
            }
        } else {
            if !place.has(wire.method) { return .skipped(Self.lacks(wire.method, request.route)) }
            if !maySend(wire.method) { return .skipped(Self.notSent(wire.method)) }
        }
        let facts = try judged.map { try self.facts(of: $0.origin) }
        let sendsOnce = wire.headers.values(.origin).count <= 1
        return .planned(
            PlannedStep(
                .request(requests.planned(wire, of: sender)), route: request.route, judged: judged,
                isJudgedAsPreflight: isPreflight, expect: expect, plain: plain(of: wire, expect),
                isRefusedOrigin: facts?.isRefused ?? false, isSendableOrigin: facts?.isSendable == true && sendsOnce,
                patterns: try patterns(expect)))
    }

    /// Compiles the patterns of an expectation's header rules.
    private func patterns(_ expect: Expectation) throws -> [String: OriginPattern] {
        var patterns: [String: OriginPattern] = [:]
        for rule in expect.headers {
            guard case .matches(let source) = rule.check else { continue }
            patterns[source] = try OriginPattern.compile(source)
        }
        return patterns
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
