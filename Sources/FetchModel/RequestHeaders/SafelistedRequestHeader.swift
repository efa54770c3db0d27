import CORSVocabulary

/// Request headers that need no preflight: the name and the value decide.
///
/// https://fetch.spec.whatwg.org/#cors-safelisted-request-header
enum SafelistedRequestHeader {
    /// Longer values are safelisted under no name.
    private static let maximumLength = 128

    /// Says whether a header, its value normalised, is safelisted.
    static func contains(_ name: FieldName, _ value: ArraySlice<UInt8>) -> Bool {
        // Step 1: the length.
        if value.count > maximumLength { return false }
        // Step 2: the name, in lower case.
        switch name {
        case "Accept": return !value.contains(where: isUnsafe)
        case "Accept-Language", "Content-Language": return value.allSatisfy(isLanguageByte)
        case "Content-Type": return !value.contains(where: isUnsafe) && isSafelistedType(value)
        case "Range": return SimpleRange.hasStart(value)
        default: return false
        }
    }

    /// CORS-unsafe request-header bytes.
    ///
    /// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
    private static func isUnsafe(_ byte: UInt8) -> Bool {
        (byte < 0x20 && byte != 0x09) || byte == 0x7F || "\"():<>?@[\\]{}".utf8.contains(byte)
    }

    private static func isLanguageByte(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A && byte >= 0x41)
            || " *,-.;=".utf8.contains(byte)
    }

    private static func isSafelistedType(_ value: ArraySlice<UInt8>) -> Bool {
        guard let essence = MIMEType.essence(value) else { return false }
        return ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"]
            .contains { essence.elementsEqual($0.utf8) }
    }
}

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

/// A single byte range, without white space.
///
/// https://fetch.spec.whatwg.org/#simple-range-header-value
enum SimpleRange {
    /// Says whether a value is one range with a start, its end not before it.
    static func hasStart(_ value: ArraySlice<UInt8>) -> Bool {
        guard value.starts(with: "bytes=".utf8) else { return false }
        let rest = value.dropFirst(6)
        let start = rest.prefix(while: isDigit)
        let afterStart = rest[start.endIndex...]
        guard !start.isEmpty, afterStart.first == UInt8(ascii: "-") else { return false }
        let end = afterStart.dropFirst()
        guard end.allSatisfy(isDigit) else { return false }
        return end.isEmpty || isAtLeast(end, start)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Compares decimal numbers of any length.
    private static func isAtLeast(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        let left = left.drop { $0 == 0x30 }
        let right = right.drop { $0 == 0x30 }
        if left.count != right.count { return left.count > right.count }
        return !left.lexicographicallyPrecedes(right)
    }
}
