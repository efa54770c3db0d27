/// A header field's value: every byte as it came, nothing trimmed, nothing repaired.
///
/// https://fetch.spec.whatwg.org/#header-value
public struct FieldValue: Sendable, Hashable {
    /// The value's bytes, untrimmed.
    public let bytes: [UInt8]

    /// Makes a value of bytes.
    ///
    /// - Parameter bytes: The bytes as they are on the wire.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Makes a value of text with one character a byte.
    ///
    /// - Parameter text: The value. A character above U+00FF is written as its UTF-8 bytes.
    public init(_ text: String) { self.bytes = Latin1.bytes(text) ?? Array(text.utf8) }

    /// The value as text, one character a byte.
    public var text: String { Latin1.text(bytes) }
}

// MARK: - Hashable

extension FieldValue {
    /// Hashes the bytes at one go.
    public func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

// MARK: - ExpressibleByStringLiteral

extension FieldValue: ExpressibleByStringLiteral {
    /// Makes a value of a literal.
    public init(stringLiteral value: String) { self.init(value) }
}
