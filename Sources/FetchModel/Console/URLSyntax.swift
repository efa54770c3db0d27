import CORSVocabulary

/// Whether text is an absolute URL by its syntax, as far as Chromium's choice of a console line depends on it.
///
/// https://url.spec.whatwg.org/#concept-basic-url-parser
enum URLSyntax {
    /// Says whether bytes are an absolute URL.
    static func isAbsolute(_ bytes: [UInt8]) -> Bool {
        // C0 controls and spaces around it are dropped.
        var input = bytes.drop { $0 <= 0x20 }
        while let last = input.last, last <= 0x20 { input.removeLast() }
        guard let colon = input.firstIndex(of: UInt8(ascii: ":")), let first = input.first, isLetter(first),
            input[..<colon].allSatisfy({ isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }),
            bytes.allSatisfy({ $0 < 0x80 })
        else { return false }
        let scheme = Latin1.text(input[..<colon].map(ASCII.lower))
        guard ["http", "https", "ws", "wss", "ftp"].contains(scheme) else { return true }
        let rest = input[(colon + 1)...].drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        return isAuthority(rest.prefix { !"/?#\\".utf8.contains($0) })
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isAuthority(_ authority: ArraySlice<UInt8>) -> Bool {
        var host = authority
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
        let isBracketed = host.first == UInt8(ascii: "[")
        let search = isBracketed ? host.firstIndex(of: UInt8(ascii: "]")) : host.startIndex
        guard let search else { return false }
        if let port = host[search...].firstIndex(of: UInt8(ascii: ":")) {
            let digits = host[(port + 1)...]
            guard !digits.isEmpty, digits.allSatisfy(isDigit), (Int(Latin1.text(digits)) ?? Int.max) <= 65_535 else {
                return false
            }
            host = host[..<port]
        }
        guard !host.isEmpty else { return false }
        if isBracketed { return host.allSatisfy { isDigit($0) || isLetter($0) || "[]:.".utf8.contains($0) } }
        return host.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>[]^|".utf8.contains($0) }
    }
}
