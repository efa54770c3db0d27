package import CORSVocabulary

/// A fetch whose answers are not known beforehand: each says where the next request goes.
///
/// https://fetch.spec.whatwg.org/#concept-http-fetch
package struct FollowedFetch: Sendable {
    /// What comes of an answer.
    package enum Step: Sendable {
        /// The fetch ends.
        case end(Verdict)
        /// The fetch goes on at another address; whether it is the same server's.
        case redirect(url: String, isSameServer: Bool)
    }

    private var fetch: Fetch
    private var hasPreflight: Bool

    /// Begins a fetch whose preflight, if one was due, has passed.
    package init(_ request: FetchRequest) {
        fetch = Fetch(request)
        fetch.isTainted = !request.isSameOrigin
        hasPreflight = fetch.isTainted && CORSPreflight.isDue(fetch)
    }

    /// The path and the query of the current address.
    package var path: String { Latin1.text((fetch.url?.path ?? []) + (fetch.url?.query ?? [])) }

    /// The method that the current address is asked with.
    package var method: Method { fetch.method }

    /// Whether the current address is due a preflight.
    package var isPreflightDue: Bool { fetch.isTainted && CORSPreflight.isDue(fetch) }

    /// Judges an answer of the current address, and goes on where it leads.
    package mutating func receive(_ response: HTTPResponse) -> Step {
        switch HTTPFetch.actual(response, fetch) {
        case .end(let outcome, _):
            let exposed = outcome == .readable ? ResponseFilter.exposed(response, fetch) : []
            return .end(Verdict(hasPreflight: hasPreflight, outcome: outcome, exposed: exposed))
        case .redirect(let location, let status):
            let isSameServer = fetch.url?.origin == location.origin
            HTTPRedirectFetch.redirect(&fetch, to: location, status: status)
            if !fetch.isSameOrigin { fetch.isTainted = true }
            hasPreflight = hasPreflight || isPreflightDue
            return .redirect(url: fetch.address, isSameServer: isSameServer)
        }
    }

    /// Judges the answer to the current address's preflight.
    ///
    /// - Returns: The step that failed, or nil if the request itself may be sent.
    package func checkPreflight(_ response: HTTPResponse) -> Failure? { CORSPreflight.failure(response, for: fetch) }
}
