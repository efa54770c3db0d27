import CORSFixtures
import CORSVocabulary
import FetchModel

/// Runs the steps of one row against an instance, as a browser would.
struct RowExecutor {
    /// The target, set up with the row's policy.
    let instance: any TargetInstance
    /// What tells the time.
    let now: @Sendable () -> ContinuousClock.Instant
    /// What was sent and what came back.
    private(set) var exchanges: [RecordedExchange] = []

    /// Makes an executor for one row.
    init(instance: any TargetInstance, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.instance = instance
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
                if outcome.failure != nil || step.endsWithPreflight { return outcome }
            }
            try await follow(actual, preflight: preflight, judged, into: &outcome)
        }
        if needsPlain(outcome) {
            outcome.plain = try await send(Self.plain(exchanges[outcome.last ?? 0].request)).index
        }
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

    mutating func send(_ request: HTTPRequest) async throws -> (index: Int, response: HTTPResponse) {
        let start = now()
        do {
            let response = try await instance.send(request)
            exchanges.append(
                RecordedExchange(request: request, response: response, duration: start.duration(to: now())))
            return (exchanges.count - 1, response)
        } catch {
            exchanges.append(RecordedExchange(request: request, response: nil, duration: start.duration(to: now())))
            throw error
        }
    }

    /// Says whether a rule compares the answer with that to the same request without an origin.
    private func needsPlain(_ outcome: StepOutcome) -> Bool {
        let rules = outcome.step.expect.rules
        guard !rules.isEmpty, let last = outcome.last, let status = exchanges[last].response?.status else {
            return false
        }
        return rules.contains(.sameAsPlain) || (status >= 500 && rules.contains(.noServerError))
    }

    /// Returns a request without what makes it a CORS request.
    private static func plain(_ request: HTTPRequest) -> HTTPRequest {
        var plain = request
        plain.headers.remove(.origin)
        plain.headers.remove(.accessControlRequestMethod)
        plain.headers.remove(.accessControlRequestHeaders)
        if plain.headers.contains("Sec-Fetch-Site") { plain.headers.set("Sec-Fetch-Site", "same-origin") }
        return plain
    }
}
