package import CORSVocabulary

/// A request's body, as far as the judge depends on it.
///
/// https://fetch.spec.whatwg.org/#concept-body
package struct RequestBody: Sendable, Hashable {
    /// What a script gives as a body.
    ///
    /// https://fetch.spec.whatwg.org/#bodyinit
    package enum Kind: Sendable, Hashable {
        /// A string.
        case string
        /// A `URLSearchParams`.
        case urlencoded
        /// A `FormData`.
        case formData
        /// A `Blob` of a type; it may be empty.
        case blob(type: FieldValue)
        /// An `ArrayBuffer`, or a view of one.
        case bytes
        /// A stream, which can be sent once only: it has no source.
        case stream
    }

    /// The kind.
    package var kind: Kind
    /// The type that the body implies where the script sets none, or nil if it implies none.
    package var impliedContentType: FieldValue?

    /// Makes a body.
    package init(_ kind: Kind) {
        self.kind = kind
        impliedContentType = Self.impliedContentType(of: kind)
    }

    /// Returns the type that a kind implies.
    ///
    /// https://fetch.spec.whatwg.org/#concept-bodyinit-extract
    private static func impliedContentType(of kind: Kind) -> FieldValue? {
        switch kind {
        case .string: "text/plain;charset=UTF-8"
        case .urlencoded: "application/x-www-form-urlencoded;charset=UTF-8"
        case .formData: "multipart/form-data; boundary=boundary"
        case .blob(let type): type.bytes.isEmpty ? nil : type
        case .bytes, .stream: nil
        }
    }
}
