/// Strings of the configuration files of servers.
enum ServerText {
    /// Returns a string of nginx: within quotes some letters after a backslash are read, others kept.
    static func nginx(_ text: String) -> String { backslashed(text, before: "\"'\\trn") }

    /// Returns a header's value for nginx, where a dollar sign would begin a variable.
    ///
    /// - Throws: `Emitter.Refusal` for a dollar sign, which cannot be written.
    static func nginxValue(_ text: String) throws(Emitter.Refusal) -> String {
        if text.contains("$") { throw Emitter.Refusal("nginx cannot write the dollar sign of \(text)") }
        return nginx(text)
    }

    /// Returns a string of Apache: within quotes a backslash counts before another one and before quotes.
    static func apache(_ text: String) -> String { backslashed(text, before: "\\\"") }

    /// Returns a header's value for Apache, where a percent sign begins a format.
    static func apacheValue(_ text: String) -> String { apache(doubledPercents(text)) }

    /// Returns a string of HAProxy, in which no sign has a meaning.
    static func haproxy(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// Returns a header's value for HAProxy, where a percent sign begins a format.
    static func haproxyValue(_ text: String) -> String { haproxy(doubledPercents(text)) }

    /// Returns a string of a Caddyfile, in which no sign but the backtick has a meaning.
    ///
    /// - Throws: `Emitter.Refusal` for a backtick, and for what Caddy reads before it reads strings.
    static func caddy(_ text: String) throws(Emitter.Refusal) -> String {
        if text.contains("`") { throw Emitter.Refusal("a Caddyfile cannot write the backtick of \(text)") }
        if text.contains("{$") { throw Emitter.Refusal("a Caddyfile reads {$ as a variable, in strings as well") }
        return "`\(text)`"
    }

    private static func doubledPercents(_ text: String) -> String {
        text.map { $0 == "%" ? "%%" : String($0) }.joined()
    }

    /// Puts a backslash before each quote, and before each backslash that would count.
    private static func backslashed(_ text: String, before counting: String) -> String {
        let characters = Array(text)
        var result = "\""
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : nil
            let counts = next.map(counting.contains) ?? true
            if character == "\"" || character == "\\" && counts { result += "\\" }
            result.append(character)
        }
        return result + "\""
    }
}
