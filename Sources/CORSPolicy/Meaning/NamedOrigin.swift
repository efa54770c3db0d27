package import CORSVocabulary

/// An origin with a short name for row ids, such as `app.example.com`.
package struct NamedOrigin: Sendable, Hashable {
    /// The short name: lower case letters, digits, `.`, `-`.
    package var name: String
    /// The origin.
    package var origin: Origin

    /// Makes a named origin.
    package init(name: String, origin: Origin) {
        self.name = name
        self.origin = origin
    }

    /// Names origins by their hosts and ports, and by their schemes where those are the same.
    static func naming(_ origins: [String]) -> [NamedOrigin] {
        var used: Set<String> = []
        return origins.map { text in
            let rest = text.split(separator: "/").last.map(String.init) ?? text
            let scheme = text.split(separator: ":").first.map(String.init) ?? ""
            var name = slug(rest)
            if !used.insert(name).inserted {
                name = slug("\(scheme)-\(rest)")
                var number = 2
                while !used.insert(name).inserted {
                    name = slug("\(scheme)-\(rest)-\(number)")
                    number += 1
                }
            }
            return NamedOrigin(name: name, origin: Origin(text))
        }
    }

    /// Returns a text with all but letters, digits and dots as hyphens.
    private static func slug(_ text: String) -> String {
        let mapped = text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" }
        let trimmed = String(mapped).split(separator: "-").joined(separator: "-")
        return trimmed.isEmpty ? "origin" : trimmed
    }
}
