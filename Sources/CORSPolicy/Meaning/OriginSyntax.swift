import CORSVocabulary

/// The parts of an origin as a policy's author writes it.
struct OriginSyntax: Hashable {
    /// The scheme, in lower case.
    var scheme: String
    /// The host, brackets included.
    var host: String
    /// The port, or nil if none is written.
    var port: String?

    /// Splits an origin that is written as browsers send it; nil for `null` and for anything else.
    init?(_ origin: String) {
        guard OriginProblem.of(origin) == nil, origin != "null" else { return nil }
        let parts = origin.split(separator: "/", omittingEmptySubsequences: true)
        guard parts.count == 2 else { return nil }
        scheme = String(parts[0].dropLast())
        let authority = parts[1]
        let search = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : authority.startIndex
        if let search, let colon = authority[search...].firstIndex(of: ":") {
            host = String(authority[..<colon])
            port = String(authority[authority.index(after: colon)...])
        } else {
            host = String(authority)
        }
    }

    /// Whether the host is an IP address.
    var isAddress: Bool { host.hasPrefix("[") || host.allSatisfy { $0.isNumber || $0 == "." } }

    /// Whether the host is the browser's own machine.
    var isOwnMachine: Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" || isAddress && host.hasPrefix("127.")
    }

    /// The origin with another scheme, host or port.
    func with(scheme: String? = nil, host: String? = nil, port: String?? = .none) -> String {
        let port = port ?? self.port
        return "\(scheme ?? self.scheme)://\(host ?? self.host)" + (port.map { ":\($0)" } ?? "")
    }
}
