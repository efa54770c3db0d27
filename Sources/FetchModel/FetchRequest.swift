package import CORSVocabulary

/// What a page's script asks for, in mode `cors`: the judge's input.
///
/// https://fetch.spec.whatwg.org/#concept-request
package struct FetchRequest: Sendable, Hashable {
    /// The page's origin; `null` is an opaque one.
    package var origin: Origin
    /// The address asked for, absolute.
    package var url: String
    /// The method as the script wrote it, before normalisation.
    package var method: Method
    /// The headers that the script set, one entry a line, forbidden ones included.
    package var headers: HeaderList
    /// The credentials mode.
    package var credentials: CredentialsMode
    /// Whether the use-CORS-preflight flag is set: upload listeners, or a body without a source.
    package var usesCORSPreflight: Bool

    /// Makes a request.
    package init(
        origin: Origin, url: String, method: Method = .get, headers: HeaderList = [:],
        credentials: CredentialsMode = .sameOrigin, usesCORSPreflight: Bool = false
    ) {
        self.origin = origin
        self.url = url
        self.method = method
        self.headers = headers
        self.credentials = credentials
        self.usesCORSPreflight = usesCORSPreflight
    }
}
