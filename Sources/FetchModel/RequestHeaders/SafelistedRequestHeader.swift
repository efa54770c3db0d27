import CORSVocabulary

/// Request headers that need no preflight: the name and the value decide.
///
/// https://fetch.spec.whatwg.org/#cors-safelisted-request-header
enum SafelistedRequestHeader {
    private static let accept: FieldName = "Accept"
    private static let acceptLanguage: FieldName = "Accept-Language"
    private static let contentLanguage: FieldName = "Content-Language"
    private static let range: FieldName = "Range"

    /// Longer values are safelisted under no name.
    private static let maximumLength = 128

    /// Says whether a header, its value normalised, is safelisted.
    static func contains(_ name: FieldName, _ value: ArraySlice<UInt8>, _ deviations: Deviations) -> Bool {
        // Step 1: the length.
        if value.count > maximumLength { return false }
        // Step 2: the name, in lower case.
        switch name {
        case accept:
            if deviations.contains(.acceptNonASCII), !value.allSatisfy({ $0 < 0x80 }) { return false }
            return !value.contains(where: isUnsafe)
        case acceptLanguage, contentLanguage: return value.allSatisfy(isLanguageByte)
        case .contentType:
            if value.contains(where: isUnsafe) { return false }
            return deviations.contains(.contentTypeParsing)
                ? GeckoContentType.isSafelisted(value) : isSafelistedType(value)
        case range: return SimpleRange.hasStart(value, deviations)
        default: return deviations.contains(.clientHintsSafelisted) && ClientHint.isSafelisted(name, value)
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
