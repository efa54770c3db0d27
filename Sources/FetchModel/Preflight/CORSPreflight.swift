import CORSVocabulary

/// The CORS-preflight fetch.
///
/// https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
enum CORSPreflight {
    private static let authorization = Array("authorization".utf8)

    /// Says whether a fetch that is cross-origin has to be preflighted.
    ///
    /// https://fetch.spec.whatwg.org/#concept-main-fetch
    static func isDue(_ request: FetchRequest) -> Bool {
        request.usesCORSPreflight || !request.sentMethod.isCORSSafelisted || !request.unsafeNames.isEmpty
    }

    /// Returns the header lines of the preflight.
    static func headers(_ request: FetchRequest) -> HeaderList {
        // Step 1: the origin is that of the request.
        var headers: HeaderList = [.origin: request.origin.fieldValue]
        // Step 3: the method, as it is.
        headers.append(.accessControlRequestMethod, FieldValue(request.sentMethod.bytes))
        // Steps 4 and 5: the names with bare commas; no line if there are none.
        if !request.unsafeNames.isEmpty {
            headers.append(
                .accessControlRequestHeaders,
                FieldValue(Array(request.unsafeNames.joined(separator: [UInt8(ascii: ",")]))))
        }
        return headers
    }

    /// Judges the response to a preflight: step 7 of the algorithm.
    static func failure(_ response: HTTPResponse, for request: FetchRequest) -> Failure? {
        func failure(_ reason: BlockReason, _ value: [UInt8] = []) -> Failure {
            Failure(reason: reason, isPreflight: true, value: value, section: .corsPreflightFetch)
        }
        // Step 7: the CORS check of the request proper, and an ok status.
        if let failure = CORSCheck.failure(response, for: request, isPreflight: true) { return failure }
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
        if methods == .null, request.usesCORSPreflight { methods = .values([request.sentMethod.bytes[...]]) }
        // Step 7.5.
        let isCredentialed = request.credentials == .include
        if !methods.contains(request.sentMethod.bytes), !request.sentMethod.isCORSSafelisted,
            isCredentialed || !methods.hasWildcard
        {
            return failure(.methodNotAllowed, request.sentMethod.bytes)
        }
        // Step 7.6: `*` never covers Authorization.
        if request.hasAuthorization, !names.contains(folded: authorization) {
            return failure(.headerNotAllowed, authorization)
        }
        // Step 7.7.
        for name in request.unsafeNames where !names.contains(folded: name) && (isCredentialed || !names.hasWildcard) {
            return failure(.headerNotAllowed, name)
        }
        return nil
    }
}
