import CORSVocabulary

/// A request on its way: what redirects change of what the script asked for.
///
/// https://fetch.spec.whatwg.org/#concept-request
struct Fetch: Sendable, Hashable {
    /// What the script asked for.
    let request: FetchRequest
    /// Where the browser leaves the standard.
    let deviations: Deviations
    /// The method.
    var method: Method
    /// The header list.
    var headers: HeaderList
    /// The names that a preflight asks for.
    var unsafeNames: [[UInt8]]
    /// The names that a preflight would have asked for before any redirect.
    let firstUnsafeNames: [[UInt8]]
    /// The current URL, or nil if it is none.
    var url: URLRecord?
    /// The current URL as it is written.
    var address: String
    /// Whether the current URL is same-origin with the page.
    var isSameOrigin: Bool
    /// Whether the origin is serialised as `null`, because a redirect left another origin than the page's for a third.
    ///
    /// https://fetch.spec.whatwg.org/#concept-request-tainted-origin
    var isOriginTainted = false
    /// Whether the response tainting is `cors`.
    ///
    /// https://fetch.spec.whatwg.org/#concept-request-response-tainting
    var isTainted = false
    /// The redirect count.
    var redirectCount = 0
    /// Whether there is a body.
    var hasBody: Bool
    /// Whether a preflight was due so far.
    var wasPreflighted = false

    /// Makes the fetch of a request.
    init(_ request: FetchRequest, _ deviations: Deviations = .none) {
        self.request = request
        self.deviations = deviations
        method = request.sentMethod
        if deviations == .none || request.sentHeaders.fields.isEmpty && request.headers.fields.isEmpty {
            headers = request.sentHeaders
            unsafeNames = request.unsafeNames
        } else {
            headers = ScriptHeaders.filter(request.headers, body: request.body, deviations)
            unsafeNames = UnsafeRequestHeaderNames.of(headers, deviations)
        }
        firstUnsafeNames = unsafeNames
        url = request.target
        address = request.url
        isSameOrigin = request.isSameOrigin
        hasBody = request.body != nil
    }

    /// The request's origin, byte-serialised.
    ///
    /// https://fetch.spec.whatwg.org/#byte-serializing-a-request-origin
    var origin: Origin { isOriginTainted ? .null : request.origin }

    /// The origin that a preflight is sent with and checked for.
    var preflightOrigin: Origin { deviations.contains(.redirectPreflightOrigin) ? request.origin : origin }

    /// Whether the credentials mode is `include`.
    var isCredentialed: Bool { request.credentials == .include }
}
