import CORSVocabulary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The address of a server under test, taken apart.
package struct TargetURL: Sendable, Hashable {
    /// The address as reports show it: origin and path.
    package let text: String
    /// The origin as browsers serialise it.
    package let origin: String
    /// The host's name or address, without brackets.
    package let host: String
    /// The port, the scheme's own if the address names none.
    package let port: Int
    /// Whether the connection is encrypted.
    package let isSecure: Bool
    /// The path and the query as written, `/` if there is none.
    package let path: String

    /// Reads an address.
    ///
    /// - Parameter text: The address as typed.
    /// - Throws: `TargetURLError` with what is wrong and what is accepted.
    package init(_ text: String) throws(TargetURLError) {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .unwritable(text) }
        let mark = text.firstRange(of: "://")
        // What may be a secret is not said again.
        if text[(mark?.upperBound ?? text.startIndex)...].prefix(while: { !"/?#".contains($0) }).contains("@") {
            throw .userInformation
        }
        guard let scheme = mark.map({ text[..<$0.lowerBound].lowercased() }), !scheme.isEmpty else {
            throw .schemeMissing(text)
        }
        guard scheme == "http" || scheme == "https" else { throw .schemeUnknown(scheme) }
        guard let parts = URLComponents(string: text) else { throw .malformed(text) }
        guard let host = parts.encodedHost?.lowercased(), !host.isEmpty else { throw .hostMissing(text) }
        guard parts.fragment == nil else { throw .fragment(text) }
        isSecure = scheme == "https"
        let standard = isSecure ? 443 : 80
        port = parts.port ?? standard
        guard (1...65_535).contains(port) else { throw .malformed(text) }
        origin = "\(scheme)://\(host)" + (port == standard ? "" : ":\(port)")
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        self.path = path + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
        self.text = origin + self.path
    }

    /// A path that nobody serves, beside this one.
    package var missingPath: String {
        let folder = path.prefix { $0 != "?" }
        let end = folder.lastIndex(of: "/").map { folder[...$0] } ?? "/"
        return end + "corspec-missing"
    }
}

/// What is wrong with an address.
package enum TargetURLError: Error, Sendable, Hashable, CustomStringConvertible {
    case schemeMissing(String)
    case schemeUnknown(String)
    case hostMissing(String)
    case userInformation
    case fragment(String)
    case unwritable(String)
    case malformed(String)

    /// What is wrong, and what is accepted.
    package var description: String {
        switch self {
        case .schemeMissing(let text): "\"\(text)\" has no scheme; write http://\(text) or https://\(text)"
        case .schemeUnknown(let scheme): "the scheme \"\(scheme)\" is not spoken here; accepted: http, https"
        case .hostMissing(let text): "\"\(text)\" names no host; write it as https://api.example.com/items"
        case .userInformation:
            "an address with user information is not taken, since it would stand in every report; give it with "
                + "--header 'Authorization: env:NAME'"
        case .fragment(let text):
            "\"\(text)\" has a fragment, which no browser sends; write \"\(text.prefix { $0 != "#" })\""
        case .unwritable(let text):
            "\"\(text)\" holds a space, a control character or a letter outside ASCII; write it percent-encoded, and a "
                + "host as xn--…"
        case .malformed(let text): "\"\(text)\" is no address; write it as https://api.example.com:8443/items"
        }
    }
}
