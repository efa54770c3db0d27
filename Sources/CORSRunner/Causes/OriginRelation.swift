import CORSVocabulary

/// What sets an origin apart from the granted one that is nearest to it.
enum OriginRelation: String {
    case scheme
    case port
    case unescapedDot = "unescaped-dot"
    case subdomain
    case parent
    case trailingDot = "trailing-dot"
    case upperCase = "upper-case"
    case suffix
    case prefix
    case substring
    case twin
    case other

    /// What lets such an origin through.
    var text: String {
        switch self {
        case .scheme: "the scheme is not compared"
        case .port: "the port is not compared"
        case .unescapedDot: "a dot in a pattern is not escaped and matches any character"
        case .subdomain: "subdomains of a granted host pass"
        case .parent: "the parent of a granted host passes"
        case .trailingDot: "a dot at the end of the host is ignored"
        case .upperCase: "upper and lower case are taken for one"
        case .suffix: "something may follow a granted origin; the end is not anchored"
        case .prefix: "something may stand before a granted host; the start is not anchored"
        case .substring: "a granted host anywhere in the origin is enough"
        case .twin: "localhost and its addresses are taken for one origin"
        case .other: "an origin that is not listed passes"
        }
    }

    /// Returns the relation of an origin to the granted ones; the first in the order above that holds for one of them.
    static func between(_ origin: Origin, and granted: [Origin]) -> OriginRelation {
        let sent = Parts(origin)
        let relations: [(OriginRelation, (Parts) -> Bool)] = [
            (.scheme, { $0.host == sent.host && $0.port == sent.port }),
            (.port, { $0.host == sent.host && $0.scheme == sent.scheme }),
            (.unescapedDot, { sent.isDotted(like: $0) }),
            (.subdomain, { sent.host.hasSuffix("." + $0.host) }),
            (.parent, { $0.host.hasSuffix("." + sent.host) && sent.host.contains(".") }),
            (.trailingDot, { sent.host == $0.host + "." }),
            (.upperCase, { sent.text.lowercased() == $0.text }),
            (.suffix, { sent.text.hasPrefix($0.text) || sent.host.hasPrefix($0.host) }),
            (.prefix, { sent.host.hasSuffix($0.host) }),
            (.substring, { Parts.contains(sent.text, $0.host) }),
            (.twin, { twins.contains($0.host) && twins.contains(sent.host) }),
        ]
        let parts = granted.map(Parts.init)
        return relations.first { relation in parts.contains(where: relation.1) }?.0 ?? .other
    }

    private static let twins = ["localhost", "127.0.0.1", "[::1]"]

    /// An origin taken apart.
    private struct Parts {
        let text: String
        let scheme: String
        let host: String
        let port: String

        init(_ origin: Origin) {
            text = origin.text
            let pieces = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
            scheme = pieces.count == 3 ? String(pieces[0]) : ""
            let authority = pieces.count == 3 ? pieces[2] : Substring(text)
            let bracket = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : nil
            let start = bracket ?? authority.startIndex
            let colon = authority[start...].firstIndex(of: ":") ?? authority.endIndex
            host = String(authority[..<colon])
            port = String(authority[colon...])
        }

        /// Whether the two differ in nothing but characters that stand for dots of the other.
        func isDotted(like other: Parts) -> Bool {
            text != other.text && text.utf8.count == other.text.utf8.count
                && zip(text.utf8, other.text.utf8).allSatisfy { $0 == $1 || $1 == UInt8(ascii: ".") }
        }

        /// Whether a text holds another.
        static func contains(_ text: String, _ part: String) -> Bool {
            text.indices.contains { text[$0...].hasPrefix(part) }
        }
    }
}
