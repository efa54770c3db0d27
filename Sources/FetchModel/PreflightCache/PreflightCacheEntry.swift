import CORSVocabulary

/// An entry of the CORS-preflight cache: one method or one header name.
///
/// https://fetch.spec.whatwg.org/#concept-cache
struct PreflightCacheEntry: Sendable, Hashable {
    /// What is allowed.
    enum Subject: Sendable, Hashable {
        /// A method, or `*`.
        case method([UInt8])
        /// A header name in lower case, or `*`.
        case header([UInt8])
    }

    private static let wildcard = [UInt8(ascii: "*")]
    private static let authorization = Array("authorization".utf8)

    private let origin: Origin
    private let address: [UInt8]?
    private let isCredentialed: Bool
    private let subject: Subject
    private let stored: Duration
    /// How long after its storing the entry holds.
    var maxAge: Duration

    /// Makes the entry of a fetch.
    init(_ fetch: Fetch, _ subject: Subject, _ maxAge: Duration, at now: Duration) {
        origin = fetch.origin
        address = fetch.url?.address
        isCredentialed = fetch.isCredentialed
        self.subject = subject
        self.maxAge = maxAge
        stored = now
    }

    /// Says whether the entry has outlived its age.
    func isStale(at now: Duration) -> Bool { now - stored >= maxAge }

    /// Says whether the entry is of a fetch's origin and address.
    func isOf(_ fetch: Fetch) -> Bool { origin == fetch.origin && address == fetch.url?.address }

    /// Says whether there is a cache entry match.
    ///
    /// https://fetch.spec.whatwg.org/#concept-cache-match
    ///
    /// What was stored with credentials serves every fetch.
    func matches(_ fetch: Fetch) -> Bool { isOf(fetch) && (isCredentialed || !fetch.isCredentialed) }

    /// Says whether the entry allows a method.
    ///
    /// https://fetch.spec.whatwg.org/#concept-cache-match-method
    func matchesMethod(_ method: Method) -> Bool {
        guard case .method(let bytes) = subject else { return false }
        return bytes == method.bytes || bytes == Self.wildcard
    }

    /// Says whether the entry allows a header name, given in lower case.
    ///
    /// https://fetch.spec.whatwg.org/#concept-cache-match-header
    func matchesHeader(_ name: [UInt8]) -> Bool {
        guard case .header(let bytes) = subject else { return false }
        return bytes == name || bytes == Self.wildcard && name != Self.authorization
    }
}
