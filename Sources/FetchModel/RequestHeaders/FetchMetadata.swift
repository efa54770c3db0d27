import CORSVocabulary

/// The `Sec-Fetch` lines of a script's fetch.
///
/// https://w3c.github.io/webappsec-fetch-metadata/#framework
enum FetchMetadata {
    /// Returns the lines; none for an address that is not potentially trustworthy.
    static func headers(origin: Origin?, url: String) -> [HeaderField] {
        guard let target = URLParser.parse(url.utf8)?.origin, isTrustworthy(target) else { return [] }
        return [
            HeaderField("Sec-Fetch-Site", FieldValue(site(of: origin, asking: target))),
            HeaderField("Sec-Fetch-Mode", "cors"), HeaderField("Sec-Fetch-Dest", "empty"),
        ]
    }

    /// Says whether an origin is potentially trustworthy.
    ///
    /// https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
    static func isTrustworthy(_ origin: [UInt8]) -> Bool {
        let text = Latin1.text(origin)
        let host = host(of: text)
        return text.hasPrefix("https://") || host == "localhost" || host.hasSuffix(".localhost")
            || host.hasPrefix("127.") || host == "[::1]"
    }

    /// Relates the page's origin to the target's.
    ///
    /// https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header
    ///
    /// A fetch without `Origin` is one of the target's own pages.
    private static func site(of origin: Origin?, asking target: [UInt8]) -> String {
        guard let origin, origin.bytes != target else { return "same-origin" }
        let (page, server) = (origin.text, Latin1.text(target))
        let isSameScheme = page.prefix { $0 != ":" } == server.prefix { $0 != ":" }
        return isSameScheme && site(of: host(of: page)) == site(of: host(of: server)) ? "same-site" : "cross-site"
    }

    private static func host(of origin: String) -> String {
        let authority = origin.split(separator: "/").last.map(String.init) ?? origin
        guard !authority.hasPrefix("[") else { return authority.prefix { $0 != "]" } + "]" }
        return String(authority.prefix { $0 != ":" })
    }

    /// The registrable domain of a host, as far as it can be told without the list of public suffixes: two labels, or
    /// three where the last two look like a country's registry, such as `co.uk`.
    private static func site(of host: String) -> String {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 2, !host.hasPrefix("["), labels.last?.allSatisfy(\.isNumber) == false else { return host }
        let isRegistry = labels[labels.count - 1].count == 2 && labels[labels.count - 2].count <= 3
        return labels.suffix(isRegistry ? 3 : 2).joined(separator: ".")
    }
}
