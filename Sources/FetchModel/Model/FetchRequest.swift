package import CORSVocabulary

/// What a page's script asks for, in mode `cors`: the judge's input.
///
/// https://fetch.spec.whatwg.org/#concept-request
///
/// It never changes, and is held by reference: a fetch in flight is copied often, what the script asked for is not.
package final class FetchRequest: Sendable {
    /// The page's origin; `null` is an opaque one.
    package let origin: Origin
    /// The address asked for.
    let address: FetchAddress
    /// The method as the script wrote it, before normalisation.
    package let method: Method
    /// The headers that the script set, one entry a line, forbidden ones included.
    package let headers: HeaderList
    /// The credentials mode.
    package let credentials: CredentialsMode
    /// What is done with a redirect.
    package let redirect: RedirectMode
    /// The body, if there is one.
    package let body: RequestBody?
    /// Whether the use-CORS-preflight flag is set: upload listeners, or a body without a source.
    package let usesCORSPreflight: Bool
    /// The method as the browser sends it.
    package let sentMethod: Method
    /// The headers that reach the request: normalised, forbidden ones dropped, the type that the body implies added.
    package let sentHeaders: HeaderList
    /// The names that a preflight asks for, in lower case, sorted by bytes.
    let unsafeNames: [[UInt8]]
    /// Whether the URL is same-origin with the page, so that no check applies.
    package let isSameOrigin: Bool

    /// The address asked for, absolute.
    package var url: String { address.url }
    /// The address taken apart, or nil if it is not absolute.
    var target: URLRecord? { address.record }
    /// The names that a preflight asks for, in lower case, sorted.
    package var requestedHeaders: [String] { unsafeNames.map { Latin1.text($0) } }

    /// Makes a request for an address.
    package convenience init(
        origin: Origin, url: String, method: Method = .get, headers: HeaderList = [:],
        credentials: CredentialsMode = .sameOrigin, redirect: RedirectMode = .follow, body: RequestBody? = nil,
        usesCORSPreflight: Bool = false
    ) {
        self.init(
            origin: origin, address: FetchAddress(url), method: method, headers: headers, credentials: credentials,
            redirect: redirect, body: body, usesCORSPreflight: usesCORSPreflight)
    }

    /// Makes a request for an address that is taken apart.
    package init(
        origin: Origin, address: FetchAddress, method: Method = .get, headers: HeaderList = [:],
        credentials: CredentialsMode = .sameOrigin, redirect: RedirectMode = .follow, body: RequestBody? = nil,
        usesCORSPreflight: Bool = false
    ) {
        self.origin = origin
        self.address = address
        self.method = method
        self.headers = headers
        self.credentials = credentials
        self.redirect = redirect
        self.body = body
        self.usesCORSPreflight = usesCORSPreflight || body?.kind == .stream
        sentMethod = method.normalize()
        sentHeaders = ScriptHeaders.filter(headers, body: body, [])
        unsafeNames = sentHeaders.fields.isEmpty ? [] : UnsafeRequestHeaderNames.of(sentHeaders, [])
        isSameOrigin = origin != .null && address.record?.origin == origin.bytes
    }
}

// MARK: - Hashable

extension FetchRequest: Hashable {
    /// Compares what the script asked for.
    package static func == (left: FetchRequest, right: FetchRequest) -> Bool {
        left === right
            || left.origin == right.origin && left.url == right.url && left.method == right.method
                && left.headers == right.headers && left.credentials == right.credentials
                && left.redirect == right.redirect && left.body == right.body
                && left.usesCORSPreflight == right.usesCORSPreflight
    }

    /// Hashes what the script asked for.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(origin)
        hasher.combine(url)
        hasher.combine(method)
        hasher.combine(headers)
    }
}
