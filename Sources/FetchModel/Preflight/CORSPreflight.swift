import CORSVocabulary

/// The CORS-preflight fetch.
///
/// https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
enum CORSPreflight {
    private static let authorization = Array("authorization".utf8)

    /// Says whether a fetch that is cross-origin has to be preflighted.
    ///
    /// https://fetch.spec.whatwg.org/#concept-main-fetch
    static func isDue(_ fetch: Fetch) -> Bool {
        if fetch.request.usesCORSPreflight || !fetch.method.isCORSSafelisted || !fetch.unsafeNames.isEmpty {
            return true
        }
        return fetch.deviations.contains(.extraPreflightAfterRedirect) && fetch.redirectCount > 0
            && (fetch.wasPreflighted || !fetch.firstUnsafeNames.isEmpty)
    }

    /// Returns the header lines of the preflight.
    static func headers(_ fetch: Fetch) -> HeaderList {
        // Step 1: the origin is that of the request.
        var headers: HeaderList = [.origin: fetch.preflightOrigin.fieldValue]
        // Step 3: the method, as it is.
        headers.append(.accessControlRequestMethod, FieldValue(fetch.method.bytes))
        // Steps 4 and 5: the names with bare commas; no line if there are none.
        if !fetch.unsafeNames.isEmpty {
            headers.append(
                .accessControlRequestHeaders,
                FieldValue(Array(fetch.unsafeNames.joined(separator: [UInt8(ascii: ",")]))))
        }
        return headers
    }

    /// Judges the response to a preflight: step 7 of the algorithm.
    static func failure(_ response: HTTPResponse, for fetch: Fetch) -> Failure? {
        // Step 7: the CORS check of the request proper, and an ok status.
        let isUnchecked = fetch.isSameOrigin && fetch.deviations.contains(.redirectPreflightOrigin)
        if !isUnchecked, let failure = CORSCheck.failure(response, for: fetch, isPreflight: true) { return failure }
        guard (200...299).contains(response.status) else { return failure(.preflightStatus) }
        // Steps 7.1 to 7.3: both lists must parse, whether or not they are needed.
        var methods = response.headers.extractListValues(.accessControlAllowMethods)
        let names = response.headers.extractListValues(.accessControlAllowHeaders)
        if methods == .failure {
            return failure(.allowMethodsInvalid, response.headers.get(.accessControlAllowMethods) ?? [])
        }
        if names == .failure {
            return failure(.allowHeadersInvalid, response.headers.get(.accessControlAllowHeaders) ?? [])
        }
        // Step 7.4.
        if methods == .null, fetch.request.usesCORSPreflight { methods = .values([fetch.method.bytes[...]]) }
        // Step 7.5.
        if !methods.contains(fetch.method.bytes), !fetch.method.isCORSSafelisted,
            fetch.isCredentialed || !methods.hasWildcard
        {
            return failure(.methodNotAllowed, fetch.method.bytes)
        }
        return refusedHeaders(names, fetch).first.map { failure(.headerNotAllowed, $0) }
    }

    /// Returns the names that a preflight's answer does not allow, the deciding one first.
    static func refusedHeaders(_ names: ExtractedValues, _ fetch: Fetch) -> [[UInt8]] {
        let isWild = !fetch.isCredentialed && names.hasWildcard
        var refused: [[UInt8]] = []
        // Step 7.6: `*` never covers Authorization.
        let isCovered = isWild && fetch.deviations.contains(.authorizationUnderWildcard)
        if !isCovered, fetch.headers.contains(.authorization), !names.contains(folded: authorization) {
            refused.append(authorization)
        }
        // Step 7.7.
        if isWild { return refused }
        return refused + fetch.unsafeNames.filter { !names.contains(folded: $0) && !refused.contains($0) }
    }

    private static func failure(_ reason: BlockReason, _ value: [UInt8] = []) -> Failure {
        Failure(reason: reason, isPreflight: true, value: value, section: .corsPreflightFetch)
    }
}
