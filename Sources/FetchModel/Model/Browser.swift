package import CORSVocabulary

/// A browser by the letter of the Fetch Standard: which requests it sends for a fetch, and what it does with the
/// responses.
package enum Browser {
    /// Returns the preflight that a fetch is due, as it goes on the wire, or nil if none is due.
    ///
    /// https://fetch.spec.whatwg.org/#concept-main-fetch
    ///
    /// The path is the caller's to fill in.
    package static func preflightRequest(for request: FetchRequest) -> HTTPRequest? {
        let fetch = Fetch(request)
        guard !request.isSameOrigin, CORSPreflight.isDue(fetch) else { return nil }
        return HTTPRequest(method: .options, path: "", headers: CORSPreflight.headers(fetch))
    }

    /// Returns the actual request as it goes on the wire: the normalised method, `Origin`, and the headers that the
    /// script may set.
    ///
    /// https://fetch.spec.whatwg.org/#append-a-request-origin-header
    ///
    /// The path and cookies are the caller's to add.
    package static func actualRequest(for request: FetchRequest) -> HTTPRequest {
        var headers: HeaderList = [:]
        let isRead = request.sentMethod == .get || request.sentMethod == .head
        if !request.isSameOrigin || !isRead { headers.append(.origin, request.origin.fieldValue) }
        headers.fields += request.sentHeaders.fields
        return HTTPRequest(method: request.sentMethod, path: "", headers: headers)
    }

    /// Makes the header lines that a browser adds to a script's request by itself, as far as servers look at them.
    ///
    /// https://w3c.github.io/webappsec-fetch-metadata/#framework
    ///
    /// - Parameters:
    ///   - origin: The page's origin, or nil for a fetch that carries none.
    ///   - url: The address asked for.
    /// - Returns: The lines, in the order in which they are sent.
    package static func addedHeaders(origin: Origin?, url: String) -> [HeaderField] {
        [HeaderField("Accept", "*/*")] + FetchMetadata.headers(origin: origin, url: url)
    }

    /// Judges the response to a preflight.
    ///
    /// https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
    ///
    /// - Returns: The step that failed, or nil if the actual request may be sent.
    package static func checkPreflight(
        _ response: HTTPResponse, for request: FetchRequest, deviations: Deviations = .none
    ) -> Failure? {
        CORSPreflight.failure(response, for: Fetch(request, deviations))
    }

    /// Says whether every shipped engine lets the response to a preflight pass, whatever the standard says.
    package static func passesEveryEngine(preflight response: HTTPResponse, for request: FetchRequest) -> Bool {
        Engine.allCases.allSatisfy { engine in
            checkPreflight(response, for: request, deviations: engine.deviations) == nil
        }
    }

    /// Judges the response to the actual request, its preflight having passed, as the last of its fetch.
    ///
    /// https://fetch.spec.whatwg.org/#concept-http-fetch
    package static func verdict(on response: HTTPResponse, for request: FetchRequest, hasPreflight: Bool) -> Verdict {
        var fetch = Fetch(request)
        fetch.isTainted = !request.isSameOrigin
        if fetch.isTainted, let failure = CORSCheck.failure(response, for: fetch, isPreflight: false) {
            return Verdict(hasPreflight: hasPreflight, outcome: .blocked(failure), exposed: [])
        }
        return Verdict(
            hasPreflight: hasPreflight && fetch.isTainted, outcome: .readable,
            exposed: ResponseFilter.exposed(response, fetch))
    }

    /// Judges an exchange whole.
    ///
    /// https://fetch.spec.whatwg.org/#concept-main-fetch
    ///
    /// - Returns: The verdict and what it came of.
    /// - Throws: `ExchangeError` if a response that is due is nil.
    package static func judge(
        _ exchange: Exchange, deviations: Deviations = .none
    ) throws(ExchangeError) -> Judgement {
        try MainFetch.run(exchange, deviations)
    }

    /// Judges an exchange without redirects.
    ///
    /// - Returns: The verdict.
    /// - Throws: `ExchangeError` if a response that is due is nil.
    package static func judge(
        _ request: FetchRequest, preflightResponse: HTTPResponse?, response: HTTPResponse?
    ) throws(ExchangeError) -> Verdict {
        try judge(Exchange(request: request, preflightResponse: preflightResponse, response: response)).verdict
    }

    /// Says whether an address is one that a script can fetch from: absolute, with a host where one is due.
    ///
    /// https://url.spec.whatwg.org/#concept-url-parser
    package static func isURL(_ url: String) -> Bool { URLParser.parse(url.utf8) != nil }

    /// Says whether an origin is one that a browser serialises: what no browser can send grants nothing.
    ///
    /// https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
    package static func canSend(_ origin: Origin) -> Bool { SerializedOrigin.isSerialization(origin.bytes) }

    /// Says whether scripts see a response header without its being exposed.
    ///
    /// https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
    package static func isSafelistedResponseHeader(_ name: FieldName) -> Bool { ResponseFilter.safelist.contains(name) }
}
