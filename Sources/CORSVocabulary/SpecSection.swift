/// A section of the Fetch Standard, by its anchor.
public struct SpecSection: Sendable, Hashable {
    /// The anchor, without `#`.
    public let anchor: String

    /// Makes a section of an anchor that the list below holds.
    ///
    /// - Parameter anchor: The anchor, without `#`.
    public init?(_ anchor: String) {
        guard let known = Self.all.first(where: { $0.anchor == anchor }) else { return nil }
        self = known
    }

    private init(unchecked anchor: String) { self.anchor = anchor }

    /// The section's address.
    public var url: String { "https://fetch.spec.whatwg.org/#\(anchor)" }
}

// MARK: - The anchors

extension SpecSection {
    /// The CORS check.
    public static let corsCheck = Self(unchecked: "concept-cors-check")
    /// The CORS-preflight fetch.
    public static let corsPreflightFetch = Self(unchecked: "cors-preflight-fetch-0")
    /// The CORS-preflight cache.
    public static let corsPreflightCache = Self(unchecked: "cors-preflight-cache")
    /// Main fetch.
    public static let mainFetch = Self(unchecked: "concept-main-fetch")
    /// HTTP fetch.
    public static let httpFetch = Self(unchecked: "concept-http-fetch")
    /// HTTP-redirect fetch.
    public static let httpRedirectFetch = Self(unchecked: "concept-http-redirect-fetch")
    /// The `Origin` header.
    public static let originHeader = Self(unchecked: "origin-header")
    /// CORS-safelisted methods.
    public static let corsSafelistedMethod = Self(unchecked: "cors-safelisted-method")
    /// CORS-safelisted request-headers.
    public static let corsSafelistedRequestHeader = Self(unchecked: "cors-safelisted-request-header")
    /// CORS-unsafe request-header names.
    public static let corsUnsafeRequestHeaderNames = Self(unchecked: "cors-unsafe-request-header-names")
    /// CORS non-wildcard request-header names.
    public static let corsNonWildcardRequestHeaderName = Self(unchecked: "cors-non-wildcard-request-header-name")
    /// CORS-safelisted response-header names.
    public static let corsSafelistedResponseHeaderName = Self(unchecked: "cors-safelisted-response-header-name")
    /// Method normalisation.
    public static let methodNormalize = Self(unchecked: "concept-method-normalize")
    /// Forbidden request-headers.
    public static let forbiddenRequestHeader = Self(unchecked: "forbidden-request-header")
    /// Extraction of header list values.
    public static let extractHeaderListValues = Self(unchecked: "extract-header-list-values")
    /// Getting a value from a header list.
    public static let headerListGet = Self(unchecked: "concept-header-list-get")
    /// The CORS protocol.
    public static let corsProtocol = Self(unchecked: "http-cors-protocol")
    /// CORS requests.
    public static let httpRequests = Self(unchecked: "http-requests")
    /// CORS responses.
    public static let httpResponses = Self(unchecked: "http-responses")
    /// The syntax of the CORS headers.
    public static let httpNewHeaderSyntax = Self(unchecked: "http-new-header-syntax")
    /// The CORS protocol and credentials.
    public static let corsProtocolAndCredentials = Self(unchecked: "cors-protocol-and-credentials")
    /// The CORS protocol and HTTP caches.
    public static let corsProtocolAndHTTPCaches = Self(unchecked: "cors-protocol-and-http-caches")

    /// Every anchor that a fixture can name.
    public static let all: [Self] = [
        corsCheck, corsPreflightFetch, corsPreflightCache, mainFetch, httpFetch, httpRedirectFetch, originHeader,
        corsSafelistedMethod, corsSafelistedRequestHeader, corsUnsafeRequestHeaderNames,
        corsNonWildcardRequestHeaderName, corsSafelistedResponseHeaderName, methodNormalize, forbiddenRequestHeader,
        extractHeaderListValues, headerListGet, corsProtocol, httpRequests, httpResponses, httpNewHeaderSyntax,
        corsProtocolAndCredentials, corsProtocolAndHTTPCaches,
    ]
}

// MARK: - Anchors that verdicts alone name

extension SpecSection {
    /// The making of a request, which a script's own mistakes end.
    public static let requestConstructor = Self(unchecked: "dom-request")
    /// HTTP-network-or-cache fetch.
    public static let httpNetworkOrCacheFetch = Self(unchecked: "concept-http-network-or-cache-fetch")
}
