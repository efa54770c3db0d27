import CORSVocabulary

/// The host parser of URLs with a special scheme.
///
/// https://url.spec.whatwg.org/#concept-host-parser
enum HostParser {
    /// Parses a host and serialises it.
    ///
    /// - Returns: The host as origins write it, or nil for a failure.
    static func parse(_ input: ArraySlice<UInt8>) -> [UInt8]? {
        if input.first == UInt8(ascii: "[") {
            guard input.last == UInt8(ascii: "]") else { return nil }
            return IPv6Address.parse(input.dropFirst().dropLast()).map { Array("[\($0)]".utf8) }
        }
        let domain = input.contains(UInt8(ascii: "%")) ? percentDecoded(input)[...] : input
        guard let ascii = domainToASCII(domain), !ascii.isEmpty, !ascii.contains(where: isForbidden) else { return nil }
        guard IPv4Address.endsInNumber(ascii[...]) else { return ascii }
        return IPv4Address.isHostOrAddress(ascii[...]) ? ascii : IPv4Address.parse(ascii[...])
    }

    /// Domain to ASCII: lower case, and each label that is not ASCII in Punycode.
    ///
    /// https://url.spec.whatwg.org/#concept-domain-to-ascii
    ///
    /// Of Unicode's mapping only the lower case is carried out.
    private static func domainToASCII(_ domain: ArraySlice<UInt8>) -> [UInt8]? {
        if domain.allSatisfy({ $0 < 0x80 }) { return domain.map(ASCII.lower) }
        guard let text = String(validating: domain, as: UTF8.self) else { return nil }
        let labels = text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        return Array(
            labels.map { label in
                label.utf8.allSatisfy { $0 < 0x80 } ? String(label) : "xn--" + Punycode.encode(label.unicodeScalars)
            }.joined(separator: ".").utf8)
    }

    /// Forbidden domain code points.
    ///
    /// https://url.spec.whatwg.org/#forbidden-domain-code-point
    private static func isForbidden(_ byte: UInt8) -> Bool {
        // Letters, digits, dots and hyphens are most of what comes.
        if byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D || byte == 0x2E { return false }
        return byte <= 0x20 || byte == 0x7F || "#/:<>?@[\\]^|%".utf8.contains(byte)
    }

    private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
                let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
            {
                decoded.append(UInt8(high << 4 | low))
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return decoded
    }
}
