import CORSVocabulary

/// HTTP-redirect fetch.
///
/// https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
enum HTTPRedirectFetch {
    /// So many redirects are followed.
    private static let maximumCount = 20

    /// The names of a body's headers.
    ///
    /// https://fetch.spec.whatwg.org/#request-body-header-name
    private static let bodyHeaders: [FieldName] = [
        "Content-Encoding", "Content-Language", "Content-Location", "Content-Type",
    ]

    /// Says where a redirect leads, or how the fetch ends at it.
    static func step(_ response: HTTPResponse, _ fetch: Fetch) -> FetchStep {
        func failed(_ error: NetworkError) -> FetchStep { .end(.failed(error, .httpRedirectFetch), response) }
        let location: URLRecord
        switch ResponseLocation.of(response, for: fetch) {
        // Step 3: without a location the response is an ordinary one.
        case .null: return .end(.readable, response)
        // Step 4.
        case .failure: return failed(.locationInvalid)
        case .url(let url): location = url
        }
        // Step 5.
        guard location.isHTTP else { return failed(.locationScheme) }
        // Step 6.
        guard fetch.redirectCount < maximumCount else { return failed(.tooManyRedirects) }
        // Steps 8 and 9: credentials only from and to the page's own origin.
        let isOwn = location.origin == fetch.request.origin.bytes && !fetch.isTainted
        if location.includesCredentials, !isOwn || fetch.deviations.contains(.userinfoSameOriginRedirect) {
            return failed(.locationCredentials)
        }
        // Step 10.
        if response.status != 303, fetch.hasBody, fetch.request.body?.kind == .stream {
            return failed(.bodyNotReplayable)
        }
        return .redirect(location, status: response.status)
    }

    /// Changes a request as its redirect asks for.
    static func redirect(_ fetch: inout Fetch, to location: URLRecord, status: Int) {
        // Step 7.
        fetch.redirectCount += 1
        var dropped: [FieldName] = []
        // Step 12: the method, the body and the body's headers.
        let isRewritten = (status == 301 || status == 302) && fetch.method == .post
        if isRewritten || (status == 303 && fetch.method != .get && fetch.method != .head) {
            fetch.method = .get
            fetch.hasBody = false
            dropped = bodyHeaders
        }
        // Step 13: another origin does not get the script's credentials.
        if fetch.url?.origin != location.origin { dropped.append(.authorization) }
        // Step 18, for the request's redirect-taint.
        let page = fetch.request.origin.bytes
        if let last = fetch.url?.origin, last != location.origin, last != page || fetch.request.origin == .null {
            fetch.isOriginTainted = true
        }
        fetch.url = location
        fetch.address = String(decoding: location.address, as: UTF8.self)
        fetch.isSameOrigin = fetch.request.origin != .null && location.origin == page
        drop(dropped, from: &fetch)
    }

    private static func drop(_ names: [FieldName], from fetch: inout Fetch) {
        fetch.headers.fields.removeAll { names.contains($0.name) }
        if fetch.deviations.contains(.extraPreflightAfterRedirect) {
            // What earlier redirects dropped is asked for again.
            fetch.unsafeNames = fetch.firstUnsafeNames.filter { name in !names.contains { $0.folded == name } }
        } else if !names.isEmpty {
            fetch.unsafeNames = UnsafeRequestHeaderNames.of(fetch.headers, fetch.deviations)
        }
        if fetch.deviations.contains(.clientHintsAfterRedirect) {
            fetch.unsafeNames.removeAll { ClientHint.unjudgedAfterRedirect.contains($0) }
        }
    }
}
