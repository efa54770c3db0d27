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
        guard !request.isSameOrigin, CORSPreflight.isDue(request) else { return nil }
        return HTTPRequest(method: .options, path: "", headers: CORSPreflight.headers(request))
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
    package static func checkPreflight(_ response: HTTPResponse, for request: FetchRequest) -> Failure? {
        CORSPreflight.failure(response, for: request)
    }

    /// Judges the response to the actual request, its preflight having passed.
    ///
    /// https://fetch.spec.whatwg.org/#concept-http-fetch
    package static func verdict(on response: HTTPResponse, for request: FetchRequest, hasPreflight: Bool) -> Verdict {
        if request.isSameOrigin {
            return Verdict(hasPreflight: false, outcome: .readable, exposed: ResponseFilter.basic(response))
        }
        if let failure = CORSCheck.failure(response, for: request, isPreflight: false) {
            return Verdict(hasPreflight: hasPreflight, outcome: .blocked(failure), exposed: [])
        }
        let exposed = ResponseFilter.cors(response, isCredentialed: request.credentials == .include)
        return Verdict(hasPreflight: hasPreflight, outcome: .readable, exposed: exposed)
    }

    /// Judges one exchange whole.
    ///
    /// - Returns: The verdict.
    /// - Throws: `ExchangeError` if a response that is due is nil.
    package static func judge(
        _ request: FetchRequest, preflightResponse: HTTPResponse?, response: HTTPResponse?
    ) throws(ExchangeError) -> Verdict {
        let hasPreflight = !request.isSameOrigin && CORSPreflight.isDue(request)
        if hasPreflight {
            guard let preflightResponse else { throw .preflightResponseMissing }
            if let failure = checkPreflight(preflightResponse, for: request) {
                return Verdict(hasPreflight: true, outcome: .blocked(failure), exposed: [])
            }
        }
        guard let response else { throw .responseMissing }
        return verdict(on: response, for: request, hasPreflight: hasPreflight)
    }

    /// Says whether an origin is one that a browser serialises: what no browser can send grants nothing.
    ///
    /// https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
    package static func canSend(_ origin: Origin) -> Bool { SerializedOrigin.isSerialization(origin.bytes) }

    /// Says whether scripts see a response header without its being exposed.
    ///
    /// https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
    package static func isSafelistedResponseHeader(_ name: FieldName) -> Bool { ResponseFilter.safelist.contains(name) }
}

/// An exchange that lacks a response.
package enum ExchangeError: Error, Sendable, Hashable {
    /// A preflight is due, and its response is missing.
    case preflightResponseMissing
    /// The actual request is due, and its response is missing.
    case responseMissing
}
