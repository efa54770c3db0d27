import CORSFixtures
import CORSVocabulary
import FetchModel

/// Runs the steps of one row against an instance, as a browser would.
struct RowExecutor {
    /// The target, set up with the row's policy.
    let instance: any TargetInstance
    /// The exchanges that the row shares with others, or nil for a sequence, which makes its own.
    let shared: SharedExchanges?
    /// What tells the time.
    let now: @Sendable () -> ContinuousClock.Instant
    /// What was sent and what came back.
    private(set) var exchanges: [RecordedExchange] = []

    /// Makes an executor for one row.
    init(
        instance: any TargetInstance, shared: SharedExchanges?, now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.instance = instance
        self.shared = shared
        self.now = now
    }

    /// Runs a step.
    ///
    /// - Throws: What the instance throws where no answer comes.
    mutating func run(_ step: PlannedStep) async throws -> StepOutcome {
        var outcome = StepOutcome(step: step)
        switch step.action {
        case .request(let request):
            let (index, response) = try await send(request)
            outcome.actual = index
            if let judged = step.judged { judge(response, by: judged, into: &outcome) }
        case .fetch(let preflight, let actual):
            guard let judged = step.judged else { return outcome }
            if let preflight {
                let (index, response) = try await send(preflight)
                outcome.preflight = index
                outcome.failure = Browser.checkPreflight(response, for: judged)
            }
            // What ends with its preflight is compared with nothing.
            guard outcome.failure == nil, let actual else { return outcome }
            try await follow(actual, preflight: preflight, judged, into: &outcome)
        }
        if needsPlain(outcome) { outcome.plain = try await sendPlain(outcome) }
        return outcome
    }

    /// Takes over what another executor has sent and received for a step.
    ///
    /// - Returns: The step's outcome, its exchanges at their places here.
    mutating func take(_ outcome: StepOutcome, from other: RowExecutor) -> StepOutcome {
        let first = exchanges.count
        exchanges += other.exchanges
        var moved = outcome
        moved.preflight = outcome.preflight.map { $0 + first }
        moved.actual = outcome.actual.map { $0 + first }
        moved.plain = outcome.plain.map { $0 + first }
        return moved
    }

    private func judge(_ response: HTTPResponse, by judged: FetchRequest, into outcome: inout StepOutcome) {
        guard !outcome.step.isJudgedAsPreflight else {
            outcome.failure = Browser.checkPreflight(response, for: judged)
            return
        }
        outcome.take(Browser.verdict(on: response, for: judged, hasPreflight: outcome.preflight != nil))
    }

    /// Sends a request of the plan, if no row has yet.
    mutating func send(_ request: PlannedRequest) async throws -> (index: Int, response: HTTPResponse) {
        guard let shared, let place = request.place else { return try record(await sent(validated(request.wire))) }
        return try record(await shared.sent(at: place) { await sent(request.wire) })
    }

    /// Fills in the validator of a sequence's conditional request: `If-None-Match: *` stands for the entity tag that came
    /// last, as a browser's cache would send it.
    ///
    /// https://httpwg.org/specs/rfc9110.html#field.if-none-match
    private func validated(_ request: HTTPRequest) -> HTTPRequest {
        guard request.headers.first("If-None-Match")?.text == "*",
            let tag = exchanges.lazy.reversed().compactMap({ $0.response?.headers.first("ETag") }).first
        else { return request }
        var validated = request
        validated.headers.set("If-None-Match", tag)
        return validated
    }

    /// Sends a request that no plan knows, if no row has yet.
    mutating func send(_ request: HTTPRequest) async throws -> (index: Int, response: HTTPResponse) {
        guard let shared else { return try record(await sent(request)) }
        return try record(await shared.sent(request) { await sent(request) })
    }

    private func sent(_ request: HTTPRequest) async -> SentRequest {
        await SentRequest(request, to: instance, now: now)
    }

    private mutating func record(_ sent: SentRequest) throws -> (index: Int, response: HTTPResponse) {
        exchanges.append(sent.exchange)
        if let error = sent.error { throw error }
        guard let response = sent.exchange.response else { throw TargetError("no answer came") }
        return (exchanges.count - 1, response)
    }

    /// Says whether a rule compares the answer with that to the same request without an origin.
    private func needsPlain(_ outcome: StepOutcome) -> Bool {
        let rules = outcome.step.expect.rules
        guard !rules.isEmpty, let last = outcome.last, let status = exchanges[last].response?.status else {
            return false
        }
        return rules.contains(.sameAsPlain) || (status >= 500 && rules.contains(.noServerError))
    }

    /// Sends the last request of a step without an origin.
    private mutating func sendPlain(_ outcome: StepOutcome) async throws -> Int? {
        if !outcome.isRedirected, let plain = outcome.step.plain { return try await send(plain).index }
        guard let last = outcome.last else { return nil }
        return try await send(exchanges[last].request.withoutOrigin).index
    }
}
