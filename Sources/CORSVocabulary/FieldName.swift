/// A header field's name: the bytes as received, compared without regard to ASCII case.
///
/// https://fetch.spec.whatwg.org/#header-name
public struct FieldName: Sendable {
    /// The name as it was written, byte for byte.
    public let bytes: [UInt8]

    /// The name in ASCII lower case, by which names are compared.
    public let folded: [UInt8]

    /// Makes a name of bytes that are known to be a token, or that came off the wire and are kept as they came.
    ///
    /// - Parameter bytes: The name's bytes.
    public init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
        self.folded = bytes.contains(where: ASCII.isUpper) ? bytes.map(ASCII.lower) : bytes
    }

    /// Makes a name of a string, if it is a token.
    ///
    /// https://www.rfc-editor.org/rfc/rfc9110.html#name-tokens
    ///
    /// - Parameter string: The name.
    public init?(_ string: String) {
        let bytes = Array(string.utf8)
        guard ASCII.isToken(bytes) else { return nil }
        self.init(unchecked: bytes)
    }

    /// The name as text, one character a byte.
    public var text: String { Latin1.text(bytes) }

    /// The name in lower case as text, one character a byte.
    public var lowercased: String { Latin1.text(folded) }
}

// MARK: - Hashable

extension FieldName: Hashable {
    /// Compares two names without regard to ASCII case.
    public static func == (left: Self, right: Self) -> Bool { left.folded == right.folded }

    /// Hashes the name without regard to ASCII case.
    public func hash(into hasher: inout Hasher) { folded.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

// MARK: - ExpressibleByStringLiteral

extension FieldName: ExpressibleByStringLiteral {
    /// Makes a name of a literal, which the author answers for.
    public init(stringLiteral value: StaticString) {
        self.init(unchecked: value.withUTF8Buffer { Array($0) })
    }
}

// MARK: - Names of the protocol

extension FieldName {
    /// The page's origin, on requests.
    public static let origin: Self = "Origin"
    /// What the answer depends on, for caches.
    public static let vary: Self = "Vary"
    /// The method that a preflight asks for.
    public static let accessControlRequestMethod: Self = "Access-Control-Request-Method"
    /// The header names that a preflight asks for.
    public static let accessControlRequestHeaders: Self = "Access-Control-Request-Headers"
    /// The origin that may read the answer.
    public static let accessControlAllowOrigin: Self = "Access-Control-Allow-Origin"
    /// Whether credentialed fetches may read the answer.
    public static let accessControlAllowCredentials: Self = "Access-Control-Allow-Credentials"
    /// The methods that a preflight grants.
    public static let accessControlAllowMethods: Self = "Access-Control-Allow-Methods"
    /// The request headers that a preflight grants.
    public static let accessControlAllowHeaders: Self = "Access-Control-Allow-Headers"
    /// The response headers that scripts may see.
    public static let accessControlExposeHeaders: Self = "Access-Control-Expose-Headers"
    /// How long a preflight may be remembered, in seconds.
    public static let accessControlMaxAge: Self = "Access-Control-Max-Age"
    /// Credentials that a script or the browser sends.
    public static let authorization: Self = "Authorization"
    /// Cookies that the browser sends.
    public static let cookie: Self = "Cookie"
    /// The type of a body.
    public static let contentType: Self = "Content-Type"
}
