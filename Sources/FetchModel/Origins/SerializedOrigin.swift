import CORSVocabulary

/// The form of the origins that browsers send.
///
/// https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
enum SerializedOrigin {
    /// Says whether bytes are a serialisation that a browser can make: `null`, or a scheme, a host, and a port that is
    /// not the scheme's default.
    static func isSerialization(_ bytes: [UInt8]) -> Bool {
        if bytes.elementsEqual("null".utf8) { return true }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), isScheme(bytes[..<colon]),
            bytes[colon...].starts(with: "://".utf8)
        else { return false }
        let scheme = bytes[..<colon]
        let authority = bytes[(colon + 3)...]
        let isSpecial = DefaultPort.of(scheme) != nil
        if authority.first == UInt8(ascii: "[") {
            guard let end = authority.firstIndex(of: UInt8(ascii: "]")) else { return false }
            return IPv6Address.isSerialization(authority[(authority.startIndex + 1)..<end])
                && isPort(authority[(end + 1)...], scheme: scheme)
        }
        let host = authority.prefix { $0 != UInt8(ascii: ":") }
        return isHost(host, isSpecial: isSpecial) && isPort(authority[host.endIndex...], scheme: scheme)
    }

    private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, first >= 0x61, first <= 0x7A else { return false }
        return bytes.allSatisfy { byte in
            (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || "+-.".utf8.contains(byte)
        }
    }

    /// Says whether bytes are a host as the URL parser leaves it.
    ///
    /// https://url.spec.whatwg.org/#forbidden-domain-code-point
    private static func isHost(_ host: ArraySlice<UInt8>, isSpecial: Bool) -> Bool {
        guard !host.isEmpty else { return false }
        let isPlain = host.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && !ASCII.isUpper(byte) && !"#/:<>?@[\\]^|%".utf8.contains(byte)
        }
        guard isPlain else { return false }
        return !isSpecial || IPv4Address.isHostOrAddress(host)
    }

    /// Says whether bytes are empty, or a colon and a port that has to be written.
    private static func isPort(_ bytes: ArraySlice<UInt8>, scheme: ArraySlice<UInt8>) -> Bool {
        guard !bytes.isEmpty else { return true }
        let digits = bytes.dropFirst()
        guard bytes.first == UInt8(ascii: ":"), !digits.isEmpty, digits.count <= 5,
            digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), digits.first != UInt8(ascii: "0") || digits.count == 1,
            let port = Int(Latin1.text(digits)), port <= 65_535
        else { return false }
        return port != DefaultPort.of(scheme)
    }
}
