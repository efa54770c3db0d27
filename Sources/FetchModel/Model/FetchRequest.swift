package import CORSVocabulary

/// What a page's script asks for, in mode `cors`: the judge's input.
///
/// https://fetch.spec.whatwg.org/#concept-request
package struct FetchRequest: Sendable, Hashable {
    /// The page's origin; `null` is an opaque one.
    package let origin: Origin
    /// The address asked for, absolute.
    package let url: String
    /// The method as the script wrote it, before normalisation.
    package let method: Method
    /// The headers that the script set, one entry a line, forbidden ones included.
    package let headers: HeaderList
    /// The credentials mode.
    package let credentials: CredentialsMode
    /// Whether the use-CORS-preflight flag is set: upload listeners, or a body without a source.
    package let usesCORSPreflight: Bool
    /// The method as the browser sends it.
    package let sentMethod: Method
    /// The headers that reach the request: normalised, forbidden ones dropped.
    package let sentHeaders: HeaderList
    /// The names that a preflight asks for, in lower case, sorted by bytes.
    let unsafeNames: [[UInt8]]
    /// Whether the script set `Authorization`.
    let hasAuthorization: Bool
    /// Whether the URL is same-origin with the page, so that no check applies.
    let isSameOrigin: Bool

    /// The names that a preflight asks for, in lower case, sorted.
    package var requestedHeaders: [String] { unsafeNames.map { Latin1.text($0) } }

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
        sentMethod = method.normalize()
        sentHeaders = headers.fields.isEmpty ? headers : ScriptHeaders.filter(headers)
        unsafeNames = headers.fields.isEmpty ? [] : UnsafeRequestHeaderNames.of(sentHeaders)
        hasAuthorization = sentHeaders.contains(.authorization)
        isSameOrigin = origin != .null && URLParser.parse(url.utf8)?.origin == origin.bytes
    }
}
