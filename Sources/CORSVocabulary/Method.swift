/// A request's method, compared byte for byte.
///
/// https://fetch.spec.whatwg.org/#concept-method
public struct Method: Sendable, Hashable {
    /// The method's bytes.
    public let bytes: [UInt8]

    /// Makes a method of bytes that are known to be a token.
    ///
    /// - Parameter bytes: The method's bytes.
    public init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// Makes a method of a string, if it is a token.
    ///
    /// - Parameter string: The method, `GET` or any other token.
    public init?(_ string: String) {
        let bytes = Array(string.utf8)
        guard ASCII.isToken(bytes) else { return nil }
        self.bytes = bytes
    }

    /// The method as text.
    public var text: String { Latin1.text(bytes) }
}

// MARK: - Hashable

extension Method {
    /// Hashes the bytes at one go.
    public func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

// MARK: - ExpressibleByStringLiteral

extension Method: ExpressibleByStringLiteral {
    /// Makes a method of a literal, which the author answers for.
    public init(stringLiteral value: StaticString) { self.init(unchecked: value.withUTF8Buffer { Array($0) }) }
}

// MARK: - Common methods

extension Method {
    /// The method `GET`.
    public static let get: Self = "GET"
    /// The method `HEAD`.
    public static let head: Self = "HEAD"
    /// The method `POST`.
    public static let post: Self = "POST"
    /// The method `PUT`.
    public static let put: Self = "PUT"
    /// The method `PATCH`.
    public static let patch: Self = "PATCH"
    /// The method `DELETE`.
    public static let delete: Self = "DELETE"
    /// The method `OPTIONS`.
    public static let options: Self = "OPTIONS"
}
