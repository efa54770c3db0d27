import CORSVocabulary

/// MIME type parsing, as far as the essence.
///
/// https://mimesniff.spec.whatwg.org/#parse-a-mime-type
enum MIMEType {
    /// Returns the type and the subtype in lower case, or nil if the value is no MIME type.
    static func essence(_ value: ArraySlice<UInt8>) -> [UInt8]? {
        let input = trim(value)
        guard let slash = input.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let type = input[..<slash]
        let subtype = trimEnd(input[(slash + 1)...].prefix { $0 != UInt8(ascii: ";") })
        guard ASCII.isToken(type), ASCII.isToken(subtype) else { return nil }
        return type.map(ASCII.lower) + [UInt8(ascii: "/")] + subtype.map(ASCII.lower)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func trimEnd(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = bytes.endIndex
        while end > bytes.startIndex, isSpace(bytes[end - 1]) { end -= 1 }
        return bytes[..<end]
    }

    private static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        trimEnd(bytes.drop(while: isSpace))
    }
}
