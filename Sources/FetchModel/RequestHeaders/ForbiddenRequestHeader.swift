import CORSVocabulary

/// Request headers that a script cannot set: setting one is silently dropped.
///
/// https://fetch.spec.whatwg.org/#forbidden-request-header
enum ForbiddenRequestHeader {
    private static let names: Set<FieldName> = [
        "Accept-Charset", "Accept-Encoding", "Access-Control-Request-Headers", "Access-Control-Request-Method",
        "Connection", "Content-Length", "Cookie", "Cookie2", "Date", "DNT", "Expect", "Host", "Keep-Alive", "Origin",
        "Referer", "Set-Cookie", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Via",
    ]

    private static let overrides: Set<FieldName> = [
        "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override",
    ]

    /// Says whether a header cannot be set.
    static func contains(_ field: HeaderField) -> Bool {
        if names.contains(field.name) { return true }
        if field.name.folded.starts(with: "proxy-".utf8) || field.name.folded.starts(with: "sec-".utf8) { return true }
        guard overrides.contains(field.name) else { return false }
        return split(field.value.bytes).contains { Method.isForbidden($0) }
    }

    /// Splits a value at the commas outside quoted strings.
    ///
    /// https://fetch.spec.whatwg.org/#header-value-get-decode-and-split
    private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var elements: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        var isQuoted = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\\") where isQuoted: index += 1
            case UInt8(ascii: ",") where !isQuoted:
                elements.append(HTTPWhitespace.trim(bytes[start..<index]))
                start = index + 1
            default: break
            }
            index += 1
        }
        elements.append(HTTPWhitespace.trim(bytes[min(start, bytes.count)...]))
        return elements
    }
}
