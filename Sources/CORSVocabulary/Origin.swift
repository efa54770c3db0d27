/// A serialised origin, as it stands in an `Origin` field: the bytes and nothing more.
///
/// https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
///
/// It is not parsed: what a browser makes of it, and whether a policy grants it, are questions for the judge and the
/// judged, each with its own answer.
public struct Origin: Sendable, Hashable {
    /// The serialisation's bytes.
    public let bytes: [UInt8]

    /// Makes an origin of bytes.
    ///
    /// - Parameter bytes: The serialisation.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// Makes an origin of text.
    ///
    /// - Parameter text: The serialisation, such as `https://app.example.com`, one character a byte.
    public init(_ text: String) { self.bytes = FieldValue(text).bytes }

    /// The serialisation of every opaque origin: `null`.
    public static let null = Origin("null")

    /// The serialisation as text, one character a byte.
    public var text: String { Latin1.text(bytes) }

    /// The serialisation as a field's value.
    public var fieldValue: FieldValue { FieldValue(bytes) }
}

// MARK: - Hashable

extension Origin {
    /// Hashes the bytes at one go.
    public func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
