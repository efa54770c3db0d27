import CORSVocabulary

/// The content types that Firefox takes for safelisted.
///
/// https://fetch.spec.whatwg.org/#cors-safelisted-request-header
///
/// It reads the type as far as the first space or semicolon, passes over what stands between the two, and wants nothing
/// behind the last parameter: a semicolon at the end is one too many if it is not the only one.
enum GeckoContentType {
    private static let types = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]

    /// Says whether a value, free of unsafe bytes, is safelisted.
    static func isSafelisted(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: ",") }) else { return false }
        let type = value.prefix { !HTTPWhitespace.contains($0) && $0 != UInt8(ascii: ";") }.map(ASCII.lower)
        guard types.contains(where: { type.elementsEqual($0.utf8) }) else { return false }
        let semicolons = value.count { $0 == UInt8(ascii: ";") }
        return semicolons == 0 ? type.count == value.count : semicolons == 1 || value.last != UInt8(ascii: ";")
    }
}
