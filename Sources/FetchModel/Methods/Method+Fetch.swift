import CORSVocabulary

extension Method {
    /// The methods that normalisation puts in upper case.
    private static let normalized: [Method] = [.delete, .get, .head, .options, .post, .put]

    /// Returns the method as the browser sends it: six are put in upper case, no other is touched.
    ///
    /// https://fetch.spec.whatwg.org/#concept-method-normalize
    func normalize() -> Method {
        Self.normalized.first { method in
            method.bytes.count == bytes.count
                && zip(method.bytes, bytes).allSatisfy { ASCII.lower($0) == ASCII.lower($1) }
        } ?? self
    }

    /// Whether the method needs no preflight.
    ///
    /// https://fetch.spec.whatwg.org/#cors-safelisted-method
    var isCORSSafelisted: Bool { self == .get || self == .head || self == .post }

    /// Says whether bytes are a method that no page can use, without regard to case.
    ///
    /// https://fetch.spec.whatwg.org/#forbidden-method
    static func isForbidden(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 5 || bytes.count == 7 else { return false }
        return ["connect", "trace", "track"].contains { name in bytes.map(ASCII.lower).elementsEqual(name.utf8) }
    }
}
