/// Why a fetch fails beside the CORS check and the preflight.
///
/// https://fetch.spec.whatwg.org/#concept-network-error
package enum NetworkError: String, Sendable, Hashable, CaseIterable {
    /// The method is one that no page can use.
    case methodForbidden = "method-forbidden"
    /// A GET or a HEAD has a body.
    case bodyNotAllowed = "body-not-allowed"
    /// The address holds a username or a password.
    case urlCredentials = "url-credentials"
    /// The address is cross-origin and neither `http` nor `https`.
    case urlScheme = "url-scheme"
    /// The port is one that browsers do not open.
    case badPort = "bad-port"
    /// The answer is a redirect, and the redirect mode is `error`.
    case redirectNotAllowed = "redirect-not-allowed"
    /// A redirect's `Location` is no address, or there are several.
    case locationInvalid = "location-invalid"
    /// A redirect leads to an address that is neither `http` nor `https`.
    case locationScheme = "location-scheme"
    /// A redirect leads to an address with a username or a password.
    case locationCredentials = "location-credentials"
    /// There are more than 20 redirects.
    case tooManyRedirects = "too-many-redirects"
    /// A redirect asks for the body once more, and it was a stream.
    case bodyNotReplayable = "body-not-replayable"
    /// A proxy asks for credentials.
    case proxyAuthentication = "proxy-authentication"
    /// A header of the answer holds a NUL.
    case headerInvalid = "header-invalid"
}
