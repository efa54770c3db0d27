/// Why a browser blocks a fetch: the step that failed.
package enum BlockReason: String, Sendable, Hashable, CaseIterable {
    /// No `Access-Control-Allow-Origin` line at all.
    case allowOriginMissing = "allow-origin-missing"
    /// Several values, or several lines.
    case allowOriginMultiple = "allow-origin-multiple"
    /// `*` where the credentials mode is `include`.
    case allowOriginWildcardWithCredentials = "allow-origin-wildcard-with-credentials"
    /// Another origin than the request's, or no origin at all.
    case allowOriginMismatch = "allow-origin-mismatch"
    /// `Access-Control-Allow-Credentials` is not `true` where the credentials mode is `include`.
    case allowCredentialsNotTrue = "allow-credentials-not-true"
    /// The preflight's status is not 200 to 299.
    case preflightStatus = "preflight-status"
    /// `Access-Control-Allow-Methods` does not parse.
    case allowMethodsInvalid = "allow-methods-invalid"
    /// `Access-Control-Allow-Headers` does not parse.
    case allowHeadersInvalid = "allow-headers-invalid"
    /// The method is not granted.
    case methodNotAllowed = "method-not-allowed"
    /// A header is not granted.
    case headerNotAllowed = "header-not-allowed"
}
