package import CORSVocabulary

/// The CORS-preflight cache of one network partition.
///
/// https://fetch.spec.whatwg.org/#cors-preflight-cache
///
/// Times are the caller's: durations since any one moment.
package struct PreflightCache: Sendable, Hashable {
    private var entries: [PreflightCacheEntry] = []

    /// Makes an empty cache.
    package init() {}

    /// Says whether a fetch sends a preflight in spite of what is stored.
    ///
    /// https://fetch.spec.whatwg.org/#concept-http-fetch
    package mutating func needsPreflight(_ request: FetchRequest, at now: Duration) -> Bool {
        entries.removeAll { $0.isStale(at: now) }
        let fetch = Fetch(request)
        guard !fetch.isSameOrigin, CORSPreflight.isDue(fetch) else { return false }
        let hasMethod = entries.contains { $0.matches(fetch) && $0.matchesMethod(fetch.method) }
        if !hasMethod, !fetch.method.isCORSSafelisted || request.usesCORSPreflight { return true }
        return fetch.unsafeNames.contains { name in !entries.contains { $0.matches(fetch) && $0.matchesHeader(name) } }
    }

    /// Stores what a preflight that passed allows.
    ///
    /// https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
    package mutating func store(_ response: HTTPResponse, for request: FetchRequest, at now: Duration) {
        let fetch = Fetch(request)
        var methods = response.headers.extractListValues(.accessControlAllowMethods)
        if methods == .null, request.usesCORSPreflight { methods = .values([fetch.method.bytes[...]]) }
        let names = response.headers.extractListValues(.accessControlAllowHeaders)
        // Steps 7.8 and 7.9: five seconds unless it is said otherwise.
        let maxAge = Duration.seconds(PreflightMaxAge.seconds(response))
        // Steps 7.11 to 7.14: what matches is changed, what does not is added.
        for method in methods.all {
            update(maxAge, PreflightCacheEntry(fetch, .method(Array(method)), maxAge, at: now), fetch) {
                $0.matchesMethod(Method(unchecked: Array(method)))
            }
        }
        for name in names.all {
            let folded = name.map(ASCII.lower)
            update(maxAge, PreflightCacheEntry(fetch, .header(folded), maxAge, at: now), fetch) {
                $0.matchesHeader(folded)
            }
        }
    }

    /// Removes what is stored for a fetch that ended in a network error.
    ///
    /// https://fetch.spec.whatwg.org/#concept-cache-clear
    package mutating func clear(_ request: FetchRequest) {
        let fetch = Fetch(request)
        entries.removeAll { $0.isOf(fetch) }
    }

    /// Sets the age of the entries that match, or adds one.
    private mutating func update(
        _ maxAge: Duration, _ entry: PreflightCacheEntry, _ fetch: Fetch, _ isMatch: (PreflightCacheEntry) -> Bool
    ) {
        let matches = entries.indices.filter { entries[$0].matches(fetch) && isMatch(entries[$0]) }
        for index in matches { entries[index].maxAge = maxAge }
        if matches.isEmpty { entries.append(entry) }
    }
}
