import CORSVocabulary

/// A way of spelling an origin that no browser ever sends.
struct OriginSpelling: Hashable {
    /// Which way it is.
    enum Kind: Hashable {
        /// A regular expression.
        case pattern
        /// A `*` within.
        case glob
        /// A scheme whose pages have no origin of their own, or that has no pages.
        case neverAPage
        /// An IP address in another form.
        case oddAddress
        /// Something that the strict reader refuses.
        case problem(OriginProblem.Kind)
    }

    /// Which way it is.
    let kind: Kind
    /// What is wrong.
    let message: String
    /// What browsers send, where that can be told.
    let sent: String?

    /// Schemes whose pages send `null`, or that no page has.
    private static let pageless = [
        "file": "pages from files send \"null\"", "data": "pages from data: URLs send \"null\"",
        "blob": "pages from blob: URLs send the origin that made them", "about": "such pages send \"null\"",
        "javascript": "no page has this scheme",
        "ws": "no page has this scheme: a WebSocket is opened by a page of "
            + "http", "wss": "no page has this scheme: a WebSocket is opened by a page of https",
        "ftp": "browsers show no pages by FTP", "mailto": "no page has this scheme",
    ]

    /// Returns what is wrong with an entry of a list of origins, or nil if a browser can send it.
    static func fault(_ text: String) -> OriginSpelling? {
        if text == "*" || text == "null" { return nil }
        if looksLikePattern(text) {
            return OriginSpelling(
                kind: .pattern, message: "it is a regular expression, and entries are compared byte for byte",
                sent: nil)
        }
        if text.contains("*") {
            return OriginSpelling(kind: .glob, message: "a * within an origin matches nothing", sent: nil)
        }
        let scheme = text.split(separator: ":", omittingEmptySubsequences: false).first.map { $0.lowercased() } ?? ""
        if text.contains(":"), let why = pageless[scheme] {
            let right = scheme == "ws" || scheme == "wss" ? http(text) : nil
            return OriginSpelling(kind: .neverAPage, message: why, sent: right)
        }
        if let problem = OriginProblem.of(text) {
            return OriginSpelling(kind: .problem(problem.kind), message: problem.message, sent: sent(text))
        }
        guard let parts = OriginSyntax(text), ["http", "https"].contains(parts.scheme),
            let host = HostAddress.canonical(parts.host), host != parts.host
        else { return nil }
        return OriginSpelling(
            kind: .oddAddress,
            message: host.isEmpty
                ? "\"\(parts.host)\" is no IP address, though it ends in a number"
                : "browsers write this IP address as \(host)",
            sent: host.isEmpty ? nil : parts.with(host: host))
    }

    private static func looksLikePattern(_ text: String) -> Bool {
        if ["\\.", "\\/", "\\d", "\\w", ".*", ".+", "|", "(", "[a-z", "[^", "[0-9]"].contains(where: text.contains) {
            return true
        }
        return text.hasPrefix("^") || text.hasSuffix("$")
    }

    /// The same address with the scheme of the page that opens a WebSocket.
    private static func http(_ text: String) -> String? {
        let page = "http" + text.dropFirst(2)
        return OriginProblem.of(page) == nil ? page : sent(page)
    }

    /// Returns what browsers send for an address that was written in some other way; nil if that cannot be told.
    static func sent(_ text: String) -> String? {
        var rest = text.lowercased()
        guard !rest.isEmpty, rest.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }) else { return nil }
        if !rest.contains("://") { rest = "https://" + rest }
        guard let colon = rest.firstIndex(of: ":") else { return nil }
        let scheme = String(rest[..<colon])
        var authority = String(rest[colon...].dropFirst(3).prefix { !"/?#\\".contains($0) })
        if let at = authority.lastIndex(of: "@") { authority = String(authority[authority.index(after: at)...]) }
        if !authority.hasSuffix("]"), let colon = authority.lastIndex(of: ":") {
            let digits = authority[authority.index(after: colon)...]
            guard digits.isEmpty || digits.allSatisfy(\.isNumber), digits.count < 9 else { return nil }
            let number = Int(digits)
            authority = String(authority[..<colon])
            if let number, OriginProblem.defaultPort(of: scheme) != number { authority += ":\(number)" }
        }
        let origin = "\(scheme)://\(authority)"
        return OriginProblem.of(origin) == nil && origin != text ? origin : nil
    }
}
