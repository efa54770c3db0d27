import CORSVocabulary

/// Main fetch, from one address to the next.
///
/// https://fetch.spec.whatwg.org/#concept-main-fetch
enum MainFetch {
    /// Carries out a fetch until it ends.
    ///
    /// - Throws: `ExchangeError` if an answer that is due is missing.
    static func run(_ exchange: Exchange, _ deviations: Deviations) throws(ExchangeError) -> Judgement {
        var fetch = Fetch(exchange.request, deviations)
        if let error = RequestConstructor.error(fetch) {
            return Judgement(ending: fetch, error, .requestConstructor)
        }
        var answers = Answers()
        var preflights: [Fetch] = []
        while true {
            switch try step(&fetch, exchange, answers, &preflights) {
            case .redirect(let location, let status):
                HTTPRedirectFetch.redirect(&fetch, to: location, status: status)
                // A port that is not opened is asked nothing, so no answer is missing.
                if !BadPort.blocks(location) {
                    try answers.move(exchange, to: location, redirects: fetch.redirectCount)
                }
            case .end(let outcome, let response):
                let exposed = outcome == .readable ? ResponseFilter.exposed(response, fetch) : []
                return Judgement(
                    verdict: Verdict(hasPreflight: !preflights.isEmpty, outcome: outcome, exposed: exposed),
                    fetch: fetch, response: response, preflights: preflights)
            }
        }
    }

    /// Fetches the current URL.
    private static func step(
        _ fetch: inout Fetch, _ exchange: Exchange, _ answers: Answers, _ preflights: inout [Fetch]
    ) throws(ExchangeError) -> FetchStep {
        // Step 7: a port that is not opened.
        if let url = fetch.url, BadPort.blocks(url) { return .end(.failed(.badPort, .mainFetch), nil) }
        // Step 12, same-origin: no CORS at all, as long as no other origin was asked.
        let isBasic = !fetch.isTainted && (fetch.isSameOrigin || fetch.url?.scheme.elementsEqual("data".utf8) == true)
        if !isBasic {
            // Another scheme than HTTP's.
            if fetch.url?.isHTTP != true { return .end(.failed(.urlScheme, .mainFetch), nil) }
            fetch.isTainted = true
            if CORSPreflight.isDue(fetch) {
                preflights.append(fetch)
                fetch.wasPreflighted = true
                guard let response = answers.preflightResponse(exchange) else {
                    throw .preflightResponseMissing(redirects: fetch.redirectCount)
                }
                if let end = HTTPFetch.preflight(response, fetch) { return end }
            }
        }
        guard let response = answers.response(exchange) else { throw .responseMissing(redirects: fetch.redirectCount) }
        return HTTPFetch.actual(response, fetch)
    }
}
