import CORSVocabulary

/// Why an origin in a policy can never match what a browser sends.
struct OriginProblem: Hashable {
    /// What kind of spelling it is.
    enum Kind: Hashable {
        case empty
        case notASCII
        case missingScheme
        case innerWildcard
        case missingHost
        case trailingSlash
        case path
        case userInformation
        case upperCase
        case badScheme
        case badPort
        case defaultPort
        case badHost
    }

    /// What kind of spelling it is.
    let kind: Kind
    /// What is wrong, and the spelling that browsers send.
    let message: String

    /// Returns what is wrong with an origin, or nil if a browser can send it.
    static func of(_ origin: String) -> OriginProblem? {
        if origin == "null" { return nil }
        if origin.isEmpty {
            return OriginProblem(kind: .empty, message: "an origin is empty; write it as https://app.example.com")
        }
        guard origin.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }) else {
            return OriginProblem(
                kind: .notASCII,
                message: "an origin is ASCII without spaces; browsers send an international host as xn--…")
        }
        guard let separator = separator(in: origin), !separator.scheme.isEmpty else {
            return OriginProblem(
                kind: .missingScheme, message: "the scheme is missing; browsers send \"https://\(origin.lowercased())\""
            )
        }
        return problem(scheme: separator.scheme, rest: separator.rest, origin: origin)
    }

    private static func separator(in origin: String) -> (scheme: String, rest: String)? {
        let bytes = Array(origin.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
            return nil
        }
        return (Latin1.text(bytes[..<colon]), Latin1.text(bytes[(colon + 3)...]))
    }

    private static func problem(scheme: String, rest: String, origin: String) -> OriginProblem? {
        func says(_ kind: Kind, _ what: String, _ right: String) -> OriginProblem {
            OriginProblem(kind: kind, message: "\(what); browsers send \"\(right)\"")
        }
        if rest.contains("*") {
            return OriginProblem(
                kind: .innerWildcard,
                message: "a * within an origin matches nothing; use allow_origin_regex for patterns")
        }
        let authority = String(rest.prefix { !"/?#\\".contains($0) })
        let plain = "\(scheme)://\(authority)"
        if authority.isEmpty {
            return OriginProblem(
                kind: .missingHost, message: "the host is missing; write it as https://app.example.com")
        }
        if authority != rest {
            return rest.dropFirst(authority.count) == "/"
                ? says(.trailingSlash, "an origin has no slash at its end", plain)
                : says(.path, "an origin has no path, query or fragment", plain)
        }
        if let at = authority.lastIndex(of: "@") {
            return says(
                .userInformation, "an origin has no user information",
                "\(scheme)://\(authority[authority.index(after: at)...])")
        }
        if origin != origin.lowercased() { return says(.upperCase, "an origin is in lower case", origin.lowercased()) }
        guard scheme.first?.isLetter == true, scheme.allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) })
        else {
            return OriginProblem(
                kind: .badScheme, message: "\"\(scheme)\" is no scheme; write the origin as https://app.example.com")
        }
        return portProblem(scheme: scheme, authority: authority)
    }

    private static func portProblem(scheme: String, authority: String) -> OriginProblem? {
        let search = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : authority.startIndex
        guard let search else { return OriginProblem(kind: .badHost, message: "the address has no closing bracket") }
        guard let colon = authority[search...].firstIndex(of: ":") else { return hostProblem(authority) }
        let host = String(authority[..<colon])
        let port = authority[authority.index(after: colon)...]
        guard !port.isEmpty, port.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(port),
            number <= 65_535
        else { return OriginProblem(kind: .badPort, message: "\"\(port)\" is no port; a port is a number up to 65535") }
        if defaultPort(of: scheme) == number {
            return OriginProblem(
                kind: .defaultPort,
                message: "an origin does not write the default port; browsers send \"\(scheme)://\(host)\"")
        }
        if String(number) != String(port) {
            return OriginProblem(
                kind: .badPort, message: "a port has no leading zeros; browsers send \"\(scheme)://\(host):\(number)\"")
        }
        return hostProblem(host)
    }

    private static func hostProblem(_ host: String) -> OriginProblem? {
        if host.isEmpty {
            return OriginProblem(
                kind: .missingHost, message: "the host is missing; write it as https://app.example.com")
        }
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        let isPlain = host.utf8.allSatisfy { !"<>[]^|%:\"`{}".utf8.contains($0) }
        return isBracketed || isPlain ? nil : OriginProblem(kind: .badHost, message: "\"\(host)\" is no host")
    }

    /// The port that a scheme does not write.
    static func defaultPort(of scheme: String) -> Int? {
        switch scheme {
        case "http", "ws": 80
        case "https", "wss": 443
        case "ftp": 21
        default: nil
        }
    }
}
