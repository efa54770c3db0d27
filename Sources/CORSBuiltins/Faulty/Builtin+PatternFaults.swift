import CORSPolicy
import CORSVocabulary

extension Builtin {
    /// Patterns that match more than they say.
    static let patternFaults: [Builtin] = [
        .faulty(
            "pattern-left-open", .regexSubdomains, .unsafe, cause: "origin-match-scheme",
            "Searches for the pattern up to the end of the origin.",
            seenIn: "plausible: a pattern with $ and without ^",
            Deviation.widening { ".*(?:\($0))" }),
        .faulty(
            "pattern-scheme-free", .regexSubdomains, .unsafe, cause: "origin-match-scheme",
            "Takes the s of https for optional.",
            seenIn: "plausible: https? in a pattern",
            Deviation.widening { Deviation.replace($0, "https:", "https?:") }),
        .faulty(
            "pattern-port-free", .regexSubdomains, .unsafe, cause: "origin-match-port",
            "Lets any port follow the pattern.",
            seenIn: "plausible: a pattern for development",
            Deviation.widening { "(?:\($0))(:[0-9]+)?" }),
        .faulty(
            "pattern-dots-bare", .regexSubdomains, .unsafe, cause: "origin-match-unescaped-dot",
            "Loses the backslashes of the pattern.",
            seenIn: "plausible: a pattern that is quoted once too few",
            Deviation.widening { Deviation.replace($0, "\\.", ".") }),
        .faulty(
            "pattern-class-any", .regexSubdomains, .unsafe, cause: "origin-match-prefix",
            "Takes classes of characters for any character.",
            seenIn: "plausible: .* for a label",
            Deviation.widening { Deviation.replace($0, "[a-z0-9-]", ".") }),
        .faulty(
            "pattern-class-underscore", .regexSubdomains, .unsafe, cause: "origin-match-prefix",
            "Lets an underscore stand in a label.",
            seenIn: "plausible: a word class for a label",
            Deviation.widening { Deviation.replace($0, "[a-z0-9-]", "[a-z0-9_-]") }),
        .faulty(
            "pattern-alternatives-bare", .regexSubdomains, .unsafe, cause: "origin-match-suffix",
            "Anchors the first alternative at its beginning and the last at its end.",
            seenIn: "plausible: ^ and $ around alternatives without a group",
            Deviation.widening { Deviation.anchoringOutside($0) }),
    ]
}

extension Deviation {
    /// The reference, which also grants what a changed pattern matches.
    fileprivate static func widening(_ change: @escaping @Sendable (String) -> String) -> Make {
        { policy in
            try refuseTrap(policy)
            guard let source = policy.allowOriginRegex else {
                let application = try ReferenceApplication(for: policy)
                return { application.answer($0) }
            }
            let pattern = try OriginPattern.compile(change(source))
            let application = try ReferenceApplication(for: policy) { (try? pattern.matches($0)) == true }
            return { application.answer($0) }
        }
    }

    /// A text with each occurrence of a part replaced.
    fileprivate static func replace(_ text: String, _ part: String, _ other: String) -> String {
        var rest = text[...]
        var result = ""
        while !rest.isEmpty {
            if rest.hasPrefix(part) {
                result += other
                rest = rest.dropFirst(part.count)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result
    }

    /// A pattern whose alternatives are anchored at the outer ends alone.
    fileprivate static func anchoringOutside(_ source: String) -> String {
        let parts = source.split(separator: "|").map(String.init)
        guard parts.count > 1 else { return source }
        return "(?:\(parts[0])).*|.*(?:\(parts[parts.count - 1]))"
    }
}
