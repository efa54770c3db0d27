import FetchModel

/// Why a fetch fails that no grant can help.
enum NetworkErrorText {
    /// Says why.
    static func reason(_ error: NetworkError) -> String {
        switch error {
        case .methodForbidden: "the method is one that no page can use"
        case .bodyNotAllowed: "a GET or a HEAD has a body"
        case .urlCredentials: "the address holds a user's name or a password"
        case .urlScheme: "the address is neither http nor https"
        case .badPort: "the port is one that browsers do not open"
        case .redirectNotAllowed: "the answer is a redirect, which the page does not allow"
        case .locationInvalid: "the redirect's Location is no address, or there are several"
        case .locationScheme: "the redirect leads to an address that is neither http nor https"
        case .locationCredentials: "the redirect leads to an address with a user's name or a password"
        case .tooManyRedirects: "there are more than 20 redirects"
        case .bodyNotReplayable: "the redirect asks for the body once more, and it was a stream"
        case .proxyAuthentication: "a proxy asks for credentials"
        case .headerInvalid: "a header of the answer holds a NUL"
        }
    }
}
