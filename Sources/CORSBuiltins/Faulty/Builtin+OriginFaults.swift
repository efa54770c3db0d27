import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Origins that are compared loosely, or not at all.
    static let originFaults: [Builtin] = [
        .faulty(
            "reflects-any-origin", .originMatching, .unsafe, cause: "reflects-any-origin",
            "Answers every origin with itself.",
            seenIn: "CVE-2017-20146 (gorilla/handlers), CVE-2025-53092 (strapi)",
            Deviation.granting { _, _ in true }),
        .faulty(
            "suffix-not-anchored", .originMatching, .unsafe, cause: "origin-match-suffix",
            "Compares only the beginning of the origin.",
            seenIn: "CVE-2022-1996 (go-restful)",
            Deviation.granting { origin, policy in policy.allowOrigins.contains { origin.text.hasPrefix($0) } }),
        .faulty(
            "prefix-not-anchored", .originMatching, .unsafe, cause: "origin-match-prefix",
            "Compares only the end of the host, without a label's boundary.",
            seenIn: "CORScanner and Corsy (pre-domain), expressjs/cors #408",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.host.hasSuffix($0.host) && origin.scheme == $0.scheme && origin.port == $0.port
                }
            }),
        .faulty(
            "substring-match", .originMatching, .unsafe, cause: "origin-match-suffix",
            "Looks for a listed host anywhere in the origin.",
            seenIn: "flask-cors #165",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains { listed in Self.contains(origin.text, listed.host) }
            }),
        .faulty(
            "unescaped-dot", .originMatching, .unsafe, cause: "origin-match-unescaped-dot",
            "Takes listed origins for patterns, whose dots match any character.",
            seenIn: "CVE-2022-1996 (go-restful), clusterfuzz #5303",
            Deviation.granting { origin, policy in
                policy.allowOrigins.contains { Self.matches(origin.text, dotted: $0) }
            }),
        .faulty(
            "scheme-ignored", .originMatching, .unsafe, cause: "origin-match-scheme",
            "Compares the host and the port, and not the scheme.",
            seenIn: "playframework #5703",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains { origin.host == $0.host && origin.port == $0.port }
            }),
        .faulty(
            "port-ignored", .originMatching, .unsafe, cause: "origin-match-port",
            "Compares the scheme and the host, and not the port.",
            seenIn: "circuitpython #7876, micronaut-core #8642",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains { origin.host == $0.host && origin.scheme == $0.scheme }
            }),
        .faulty(
            "null-granted", .originMatching, .unsafe, cause: "null-granted", "Grants the origin null beside the list.",
            seenIn: "rack-cors #134, magnitude #78",
            { policy in
                try Deviation.refuseTrap(policy)
                let application = try ReferenceApplication(for: policy) { $0 == .null }
                return { application.answer($0) }
            }),
        .faulty(
            "subdomains-granted", .originMatching, .unsafe, cause: "origin-match-subdomain",
            "Grants every subdomain of a listed host.",
            seenIn: "hand-written checks for a dot and the host",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    origin.host.hasSuffix("." + $0.host) && origin.scheme == $0.scheme && origin.port == $0.port
                }
            }),
        .faulty(
            "parent-granted", .originMatching, .unsafe, cause: "origin-match-parent",
            "Grants the parent domain of a listed host.",
            seenIn: "fiber #3690, where a wildcard granted the apex",
            Deviation.granting { origin, policy in
                LooseOrigin.listed(policy).contains {
                    $0.host.hasSuffix("." + origin.host) && origin.scheme == $0.scheme && origin.port == $0.port
                }
            }),
        .faulty(
            "localhost-twins", .originMatching, .unsafe, cause: "origin-match-twin",
            "Takes localhost and its addresses for one origin.",
            seenIn: "micronaut-core #8642",
            Deviation.granting { origin, policy in
                let twins = ["localhost", "127.0.0.1", "[::1]"]
                return twins.contains(origin.host)
                    && LooseOrigin.listed(policy).contains {
                        twins.contains($0.host) && $0.scheme == origin.scheme && $0.port == origin.port
                    }
            }),
        .faulty(
            "first-origin-only", .originMatching, .broken, cause: "origin-not-in-list",
            "Honours only the first of several listed origins.",
            seenIn: "hand-written middleware",
            Deviation.configured { policy in
                var changed = policy
                changed.allowOrigins = Array(policy.allowOrigins.prefix(1))
                return changed
            }),
        .faulty(
            "empty-list-means-any", .originMatching, .unsafe, cause: "empty-list-means-any",
            "Takes an empty list for any origin.",
            seenIn: "rs/cors and go-chi/cors defaults, glaze #2644",
            Deviation.granting { _, policy in policy.allowOrigins.isEmpty && policy.allowOriginRegex == nil }),
        .faulty(
            "slash-appended", .malformedGrants, .broken, cause: "grant-spelled-wrong",
            "Appends a slash to the granted origin.",
            seenIn: "origins configured with a slash",
            Deviation.after { _, response, _ in
                guard let granted = response.headers.first(.accessControlAllowOrigin), granted != "*" else { return }
                response.headers.set(.accessControlAllowOrigin, FieldValue(granted.bytes + [UInt8(ascii: "/")]))
            }),
        .faulty(
            "regex-not-anchored", .regexSubdomains, .unsafe, cause: "origin-match-suffix",
            "Searches for the pattern instead of matching the whole origin.",
            seenIn: "CVE-2026-37737 (sanic-cors #68), starlette #800", regexSearch),
    ]

    /// Says whether a text holds another.
    private static func contains(_ text: String, _ part: String) -> Bool {
        let text = Array(text.utf8)
        let part = Array(part.utf8)
        guard text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
    }

    /// Says whether a text is a pattern whose dots stand for any character.
    private static func matches(_ text: String, dotted pattern: String) -> Bool {
        text.utf8.count == pattern.utf8.count
            && zip(text.utf8, pattern.utf8).allSatisfy { $0 == $1 || $1 == UInt8(ascii: ".") }
    }

    /// The reference with the pattern unanchored at its end.
    private static let regexSearch: Deviation.Make = { policy in
        try Deviation.refuseTrap(policy)
        guard let source = policy.allowOriginRegex else {
            let application = try ReferenceApplication(for: policy)
            return { application.answer($0) }
        }
        let pattern = try OriginPattern.compile("(?:\(source)).*")
        let application = try ReferenceApplication(for: policy) { origin in (try? pattern.matches(origin)) == true }
        return { application.answer($0) }
    }
}
