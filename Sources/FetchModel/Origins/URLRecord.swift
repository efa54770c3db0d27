import CORSVocabulary

/// A URL taken apart, as far as a fetch depends on it.
///
/// https://url.spec.whatwg.org/#concept-url
struct URLRecord: Sendable, Hashable {
    /// The scheme, in lower case.
    var scheme: [UInt8]
    /// Whether there is a username or a password that is not empty.
    ///
    /// https://url.spec.whatwg.org/#include-credentials
    var includesCredentials = false
    /// The serialised host, or nil where there is none.
    var host: [UInt8]?
    /// The port, or nil where it is the scheme's default.
    var port: Int?
    /// The path, from its first slash on, or what follows the colon of a URL without an authority.
    var path: [UInt8]
    /// The query, with its question mark; empty where there is none.
    var query: [UInt8]
    /// The serialised origin; `null` where it is opaque.
    var origin: [UInt8]

    /// Whether the scheme is `http` or `https`.
    ///
    /// https://fetch.spec.whatwg.org/#http-scheme
    var isHTTP: Bool { scheme.starts(with: "http".utf8) && (scheme.count == 4 || scheme.elementsEqual("https".utf8)) }

    /// The address without credentials and fragment.
    var address: [UInt8] { authority + path + query }

    /// The scheme, the host and the port, as an address begins with them.
    var authority: [UInt8] {
        var bytes = scheme + [UInt8(ascii: ":")]
        if let host { bytes += Array("//".utf8) + host }
        if let port { bytes += Array(":\(port)".utf8) }
        return bytes
    }
}
