import CORSRunner
import CORSVocabulary
import FetchModel

/// Works out what a browser does with a fetch.
package struct FetchExplainer {
    private let fetch: ObservedFetch
    private var exchange: Exchange
    private var redirected: ArraySlice<ReadExchange>
    private var assumesPreflight = false
    private var hops: [ReadExchange] = []

    private init(_ fetch: ObservedFetch) {
        self.fetch = fetch
        exchange = Exchange(
            request: fetch.request, preflightResponse: fetch.preflight?.response, response: fetch.actual?.response)
        redirected = fetch.redirected[...]
    }

    /// Explains a fetch.
    package static func explain(_ fetch: ObservedFetch) -> FetchExplanation {
        var explainer = FetchExplainer(fetch)
        return explainer.explanation()
    }

    private mutating func explanation() -> FetchExplanation {
        let ending = ending()
        var explanation = FetchExplanation(
            request: fetch.request, ending: ending, finding: nil, exchanges: shown, assumesPreflight: assumesPreflight,
            notes: fetch.notes)
        if assumesPreflight { explanation.notes.append(missingPreflight) }
        if explanation.isBlocked == false, let note = credentialsNote { explanation.notes.append(note) }
        if case .judged(let judgements) = ending, let failure = judgements.standard.verdict.failure {
            let index = failure.isPreflight && fetch.preflight != nil ? 0 : shown.count - 1
            explanation.finding = ExchangeDiagnosis.finding(
                failure, of: fetch.request, in: evidence, at: index, circumstance: circumstance(failure))
            // What comes after the step that failed is never sent.
            explanation.exchanges = Array(shown.prefix(index + 1))
        }
        return explanation
    }

    /// Judges the answers, those of redirects one after the other.
    private mutating func ending() -> FetchExplanation.Ending {
        while true {
            do throws(ExchangeError) {
                return .judged(try EngineJudgements(exchange))
            } catch {
                if let missing = supply(error) { return .unfinished(missing) }
            }
        }
    }

    /// Supplies an answer that is missing, or says that it is.
    private mutating func supply(_ error: ExchangeError) -> String? {
        switch error {
        case .preflightResponseMissing(0) where fetch.actual != nil && !assumesPreflight:
            assumesPreflight = true
            exchange.preflightResponse = passing
            return nil
        case .preflightResponseMissing(let redirects):
            let place = redirects == 0 ? "" : " to the address that the redirect leads to"
            return "A browser sends a preflight\(place) first, whose answer is not known."
        case .responseMissing:
            guard exchange.preflightResponse != nil else { return "What a browser makes of the answer cannot be told." }
            return "The preflight passes, so that a browser sends the actual request; its answer is not known."
        case .hopMissing(_, let url):
            guard let next = redirected.popFirst() else {
                return "The redirect may be followed, to \(url), whose answer is not known."
            }
            hops.append(next)
            exchange.redirects.append(Hop(url: url, preflightResponse: nil, response: next.response))
            return nil
        }
    }

    /// An answer to the preflight with which nothing is wrong.
    private var passing: HTTPResponse {
        let request = fetch.request
        var headers: HeaderList = [.accessControlAllowOrigin: request.origin.fieldValue]
        headers.append(.accessControlAllowCredentials, "true")
        headers.append(.accessControlAllowMethods, FieldValue(request.sentMethod.bytes))
        headers.append(.accessControlAllowHeaders, FieldValue(request.requestedHeaders.joined(separator: ", ")))
        return HTTPResponse(status: 204, headers: headers)
    }

    /// What becomes of a fetch that is readable as long as it carries no credentials.
    private var credentialsNote: FetchNote? {
        guard !fetch.isModeKnown else { return nil }
        let request = fetch.request
        var credentialed = exchange
        credentialed.request = FetchRequest(
            origin: request.origin, url: request.url, method: request.method, headers: request.headers,
            credentials: .include, usesCORSPreflight: request.usesCORSPreflight)
        guard let failure = try? Browser.judge(credentialed).verdict.failure else { return nil }
        let response = exchange.redirects.last?.response ?? exchange.response
        return FetchNote(
            "If the page fetches with credentials, a browser blocks it: \(ExchangeDiagnosis.reason(failure, response)). "
                + "--credentials include explains that.")
    }

    /// Says how the exchange that failed came about, as far as is known.
    private func circumstance(_ failure: Failure) -> ExchangeDiagnosis.Circumstance {
        let origin = AddressParts(fetch.request.url).origin
        if exchange.redirects.contains(where: { AddressParts($0.url).origin != origin }) { return .redirectedAway }
        let asked = failure.isPreflight ? fetch.preflight?.request : fetch.actual?.request
        guard let asked, asked.isComplete, !asked.headers.contains(.origin) else { return .plain }
        return .withoutOrigin
    }

    private var missingPreflight: FetchNote {
        let due = Browser.preflightRequest(for: fetch.request)
        return FetchNote(
            "A browser sends a preflight first, and its answer is not known: all this holds provided that it passes. "
                + "The preflight is sent by:",
            command: due.map(AddressParts(fetch.request.url).command))
    }
}

// MARK: - The exchanges

extension FetchExplainer {
    /// What was sent as far as it is known, secrets hidden, and what came back.
    private var shown: [RecordedExchange] { recorded(showsSent: true) }

    /// What came back to what the browser sends.
    private var evidence: [RecordedExchange] { recorded(showsSent: false) }

    private func recorded(showsSent: Bool) -> [RecordedExchange] {
        var list: [RecordedExchange] = []
        let address = AddressParts(fetch.request.url)
        if let preflight = fetch.preflight, let due = Browser.preflightRequest(for: fetch.request) {
            list.append(record(preflight, due, at: address, showsSent: showsSent))
        }
        let request = Browser.actualRequest(for: fetch.request)
        if let actual = fetch.actual { list.append(record(actual, request, at: address, showsSent: showsSent)) }
        for (exchange, hop) in zip(hops, exchange.redirects) {
            list.append(record(exchange, request, at: AddressParts(hop.url), showsSent: showsSent))
        }
        return list
    }

    private func record(
        _ exchange: ReadExchange, _ browsers: HTTPRequest, at address: AddressParts, showsSent: Bool
    ) -> RecordedExchange {
        var request = browsers
        request.path = address.path
        if showsSent, let sent = exchange.request, sent.isComplete {
            request.method = sent.method
            request.headers = sent.headers
        }
        if showsSent { request.headers = SecretLines.hidden(request.headers) }
        var response = exchange.response
        if showsSent { response.headers = SecretLines.hidden(response.headers) }
        return RecordedExchange(request: request, response: response, duration: .zero)
    }
}
