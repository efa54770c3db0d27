import CORSVocabulary

/// The line that Firefox's console shows for a blocked fetch.
///
/// The words, and the order in which it looks for faults, are those of Firefox 153.
enum FirefoxConsole {
    private static let origin = "‘Access-Control-Allow-Origin’"
    private static let methods = "‘Access-Control-Allow-Methods’"
    private static let names = "‘Access-Control-Allow-Headers’"

    /// Returns the line of a fetch as Firefox judges it, or nil where it shows none.
    static func line(_ judgement: Judgement) -> String? {
        let fetch = judgement.fetch
        switch judgement.verdict.outcome {
        case .readable, .opaqueRedirect: return nil
        case .failed(let error, _):
            // A redirect to another origin counts as cross-origin before it is taken.
            guard fetch.isTainted || error == .locationCredentials, isOfNetwork(error) else { return nil }
            return blocked(fetch, "CORS request did not succeed", status: "(null)")
        case .blocked(let failure):
            guard let response = judgement.response else { return nil }
            return failure.isPreflight
                ? preflight(response, failure, fetch) : check(response, fetch, granting: fetch.origin)
        }
    }

    /// Returns the warning about a wildcard that alone covers `Authorization`.
    static func authorizationWarning(_ judgement: Judgement) -> String {
        "Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at "
            + "\(judgement.fetch.address) soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the "
            + "`Authorization` header is not covered. To include the `Authorization` header, it must be explicitly "
            + "listed in CORS header `Access-Control-Allow-Headers`)."
    }

    /// Says whether a failure is one of the connection, which alone is told of.
    private static func isOfNetwork(_ error: NetworkError) -> Bool {
        switch error {
        case .locationInvalid, .locationScheme, .locationCredentials, .tooManyRedirects, .bodyNotReplayable,
            .proxyAuthentication, .headerInvalid:
            true
        case .methodForbidden, .bodyNotAllowed, .urlCredentials, .urlScheme, .badPort, .redirectNotAllowed: false
        }
    }

    private static func blocked(
        _ fetch: Fetch, _ reason: String, status: String? = nil, isQuoted: Bool = false
    ) -> String {
        let address = isQuoted ? "‘\(fetch.address)’" : fetch.address
        return "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at "
            + "\(address). (Reason: \(reason))." + (status.map { " Status code: \($0)." } ?? "")
    }

    /// Tells what is wrong with the grant of a response.
    private static func check(_ response: HTTPResponse, _ fetch: Fetch, granting page: Origin) -> String {
        let name = FieldName.accessControlAllowOrigin
        // It counts the lines whose name is written in just this case.
        if response.headers.fields.count(where: { $0.name.bytes == name.bytes }) > 1 {
            return blocked(fetch, "Multiple CORS header \(origin) not allowed")
        }
        guard let value = response.headers.get(name) else {
            return blocked(fetch, "CORS header \(origin) missing", status: String(response.status))
        }
        if value == [UInt8(ascii: "*")], fetch.isCredentialed {
            return blocked(
                fetch, "Credential is not supported if the CORS header \(origin) is ‘*’", isQuoted: true)
        }
        guard value == page.bytes else {
            return blocked(fetch, "CORS header \(origin) does not match ‘\(decoded(value))’")
        }
        return blocked(fetch, "expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’")
    }

    /// Tells what is wrong with the answer to a preflight.
    private static func preflight(_ response: HTTPResponse, _ failure: Failure, _ fetch: Fetch) -> String {
        if HTTPFetch.isRedirect(response.status), ResponseLocation.of(response, for: fetch) != .null {
            return blocked(fetch, "CORS request external redirect not allowed")
        }
        switch failure.reason {
        case .allowOriginMissing, .allowOriginMultiple, .allowOriginWildcardWithCredentials, .allowOriginMismatch,
            .allowCredentialsNotTrue:
            return check(response, fetch, granting: fetch.preflightOrigin)
        case .preflightStatus:
            return blocked(fetch, "CORS preflight response did not succeed", status: String(response.status))
        case .allowMethodsInvalid, .allowHeadersInvalid, .methodNotAllowed, .headerNotAllowed:
            return lists(response, failure, fetch)
        }
    }

    /// Tells what is wrong with the lists: the methods whole, then the names.
    private static func lists(_ response: HTTPResponse, _ failure: Failure, _ fetch: Fetch) -> String {
        if let token = badToken(response.headers.values(.accessControlAllowMethods)) {
            return blocked(fetch, "invalid token ‘\(token)’ in CORS header \(methods)")
        }
        let allowed = response.headers.extractListValues(.accessControlAllowMethods)
        if !fetch.method.isCORSSafelisted, !allowed.contains(fetch.method.bytes),
            fetch.isCredentialed || !allowed.hasWildcard, !(allowed == .null && fetch.request.usesCORSPreflight)
        {
            return blocked(fetch, "Did not find method in CORS header \(methods)")
        }
        if let token = badToken(response.headers.values(.accessControlAllowHeaders)) {
            return blocked(fetch, "invalid token ‘\(token)’ in CORS header \(names)")
        }
        let listed = response.headers.extractListValues(.accessControlAllowHeaders)
        let refused = CORSPreflight.refusedHeaders(listed, fetch).min { $0.lexicographicallyPrecedes($1) }
        let name = Latin1.text(refused ?? failure.value)
        return blocked(
            fetch, "header ‘\(name)’ is not allowed according to header \(names) from CORS preflight response")
    }

    /// Returns the first element that is no token.
    private static func badToken(_ lines: [FieldValue]) -> String? {
        lines.lazy.flatMap { $0.bytes.split(separator: UInt8(ascii: ",")) }.map(HTTPWhitespace.trim)
            .first { !$0.isEmpty && !ASCII.isToken($0) }.map { decoded(Array($0)) }
    }

    /// Returns a value as Firefox reads it: as UTF-8.
    private static func decoded(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
