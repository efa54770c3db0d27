import CORSVocabulary

/// The origin of an absolute URL.
///
/// https://url.spec.whatwg.org/#concept-url-origin
enum URLOrigin {
    /// Returns the serialised origin of a URL, or nil if it is not absolute or its host is no host.
    ///
    /// The scheme and the host are put in lower case, a default port is left out, user information is dropped.
    static func serialized(_ url: String) -> [UInt8]? {
        let bytes = Array(url.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0,
            bytes[colon...].starts(with: "://".utf8)
        else { return nil }
        let scheme = bytes[..<colon].map(ASCII.lower)
        var authority = bytes[(colon + 3)...].prefix { !"/?#\\".utf8.contains($0) }
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
        guard let (host, port) = split(authority) else { return nil }
        var origin = scheme + "://".utf8 + host.map(ASCII.lower)
        if let port, port != DefaultPort.of(scheme) { origin += Array(":\(port)".utf8) }
        return origin
    }

    /// Splits a host from its port.
    private static func split(_ authority: ArraySlice<UInt8>) -> (host: ArraySlice<UInt8>, port: Int?)? {
        var host = authority
        var port: Int?
        let search =
            authority.first == UInt8(ascii: "[") ? authority.firstIndex(of: UInt8(ascii: "]")) : authority.startIndex
        guard let search else { return nil }
        if let colon = authority[search...].lastIndex(of: UInt8(ascii: ":")) {
            host = authority[..<colon]
            let digits = authority[(colon + 1)...]
            if !digits.isEmpty {
                guard digits.count <= 5, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
                    let number = Int(Latin1.text(digits)), number <= 65_535
                else { return nil }
                port = number
            }
        }
        return host.isEmpty ? nil : (host, port)
    }
}

/// The ports that a URL does not write.
///
/// https://url.spec.whatwg.org/#default-port
enum DefaultPort {
    /// Returns a scheme's default port, or nil if it has none.
    static func of(_ scheme: some Collection<UInt8>) -> Int? {
        if scheme.elementsEqual("https".utf8) || scheme.elementsEqual("wss".utf8) { return 443 }
        if scheme.elementsEqual("http".utf8) || scheme.elementsEqual("ws".utf8) { return 80 }
        return scheme.elementsEqual("ftp".utf8) ? 21 : nil
    }
}
