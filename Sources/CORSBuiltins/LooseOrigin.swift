import CORSPolicy
import CORSVocabulary

/// The parts of an origin as a careless server takes them.
struct LooseOrigin: Hashable {
    /// The whole text.
    let text: String
    /// What stands before `://`.
    let scheme: String
    /// What stands after it, up to a port.
    let host: String
    /// The port, empty if there is none.
    let port: String

    /// Takes an origin apart; nil without `://`.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
            return nil
        }
        self.text = text
        scheme = String(decoding: bytes[..<colon], as: UTF8.self)
        let rest = String(decoding: bytes[(colon + 3)...], as: UTF8.self)
        if rest.hasPrefix("["), let close = rest.firstIndex(of: "]") {
            host = String(rest[...close])
            port = String(rest[rest.index(after: close)...].drop { $0 == ":" })
        } else {
            host = String(rest.prefix { $0 != ":" })
            port = String(rest.dropFirst(host.count).drop { $0 == ":" })
        }
    }

    /// The listed origins of a policy.
    static func listed(_ policy: Policy) -> [LooseOrigin] { policy.allowOrigins.compactMap { LooseOrigin($0) } }
}
