import CORSVocabulary

/// HTTP fetch.
///
/// https://fetch.spec.whatwg.org/#concept-http-fetch
enum HTTPFetch {
    /// Judges the answer to a preflight.
    ///
    /// - Returns: How the fetch ends, or nil if the actual request is sent.
    static func preflight(_ response: HTTPResponse, _ fetch: Fetch) -> FetchStep? {
        if let error = networkError(response, fetch) { return error }
        return CORSPreflight.failure(response, for: fetch).map { .end(.blocked($0), response) }
    }

    /// Judges the answer to the request itself.
    static func actual(_ response: HTTPResponse, _ fetch: Fetch) -> FetchStep {
        if let error = networkError(response, fetch) { return error }
        // Step 4.4: the CORS check, on a redirect as well.
        if fetch.isTainted, let failure = CORSCheck.failure(response, for: fetch, isPreflight: false) {
            return .end(.blocked(failure), response)
        }
        // Step 6: redirect statuses.
        guard isRedirect(response.status) else { return .end(.readable, response) }
        switch fetch.request.redirect {
        case .error:
            if fetch.deviations.contains(.redirectErrorWithoutLocation),
                ResponseLocation.of(response, for: fetch) == .null
            {
                return .end(.readable, response)
            }
            return .end(.failed(.redirectNotAllowed, .httpFetch), response)
        case .manual:
            if fetch.deviations.contains(.manualLocationInvalid),
                ResponseLocation.of(response, for: fetch) == .failure
            {
                return .end(.failed(.locationInvalid, .httpFetch), response)
            }
            return .end(.opaqueRedirect, response)
        case .follow: return HTTPRedirectFetch.step(response, fetch)
        }
    }

    /// What ends a fetch before its answer is looked at.
    ///
    /// https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch
    private static func networkError(_ response: HTTPResponse, _ fetch: Fetch) -> FetchStep? {
        // No header value holds a NUL.
        if response.headers.fields.contains(where: { holdsNUL($0.value.bytes) }) {
            return .end(.failed(.headerInvalid, .httpNetworkOrCacheFetch), response)
        }
        // A proxy's answer: there is nobody to ask for credentials.
        if response.status == 407, !fetch.deviations.contains(.proxyAuthenticationReadable) {
            return .end(.failed(.proxyAuthentication, .httpNetworkOrCacheFetch), response)
        }
        if fetch.deviations.contains(.differentSingleLines), hasDifferentLines(response) {
            return .end(.failed(.headerInvalid, .httpNetworkOrCacheFetch), response)
        }
        return nil
    }

    /// Headers of which the engines' network layers take one value alone.
    private static let singleHeaders: [FieldName] = ["Location", "Content-Disposition", "Content-Length"]

    /// Says whether a header that must be single has lines that differ.
    private static func hasDifferentLines(_ response: HTTPResponse) -> Bool {
        singleHeaders.contains { name in
            let values = response.headers.values(name).map { HTTPWhitespace.trim($0.bytes[...]) }
            return values.contains { $0 != values.first }
        }
    }

    /// Says whether bytes hold a NUL; every response is asked, so all are looked at alike, which takes no time.
    private static func holdsNUL(_ bytes: [UInt8]) -> Bool {
        var found: UInt8 = 0
        for byte in bytes { found |= byte == 0 ? 1 : 0 }
        return found != 0
    }

    /// Says whether a status is a redirect status.
    ///
    /// https://fetch.spec.whatwg.org/#redirect-status
    static func isRedirect(_ status: Int) -> Bool {
        switch status {
        case 301, 302, 303, 307, 308: true
        default: false
        }
    }
}
