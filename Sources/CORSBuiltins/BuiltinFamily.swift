/// What a builtin's fault or difference is about, in the order in which builtins are listed.
package enum BuiltinFamily: String, Sendable, Hashable, CaseIterable {
    case originMatching = "origin matching"
    case regexSubdomains = "regex subdomains"
    case credentialsTrap = "the credentials trap"
    case credentials
    case order = "preflight before authentication, and other orders of layers"
    case preflights
    case methods
    case requestHeaders = "request headers"
    case exposedHeaders = "exposed headers"
    case maxAge = "max-age"
    case caches = "Vary and caches"
    case state = "state between requests"
    case errors = "error responses"
    case notCORS = "requests that are not CORS"
    case malformedGrants = "malformed grants"
}
