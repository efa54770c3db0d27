package import CORSVocabulary

/// A browser by the letter of the Fetch Standard: which requests it sends for a fetch, and what it does with the
/// responses.
package enum Browser {
    /// Returns the preflight that a fetch is due, as it goes on the wire, or nil if none is due.
    ///
    /// https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
    package static func preflightRequest(for request: FetchRequest) -> HTTPRequest? { nil }

    /// Returns the actual request as it goes on the wire: the normalised method, `Origin`, and the headers that the
    /// script may set. Cookies are the caller's to add.
    package static func actualRequest(for request: FetchRequest) -> HTTPRequest {
        HTTPRequest(method: request.method, path: "/")
    }

    /// Judges the response to a preflight.
    ///
    /// - Returns: The step that failed, or nil if the actual request may be sent.
    package static func checkPreflight(_ response: HTTPResponse, for request: FetchRequest) -> Failure? { nil }

    /// Judges the response to the actual request, its preflight having passed.
    package static func verdict(
        on response: HTTPResponse, for request: FetchRequest, hasPreflight: Bool
    ) -> Verdict {
        Verdict(hasPreflight: hasPreflight, outcome: .readable, exposed: [])
    }

    /// Says whether an origin is one that a browser serialises: what no browser can send grants nothing.
    ///
    /// https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
    package static func canSend(_ origin: Origin) -> Bool { true }
}
