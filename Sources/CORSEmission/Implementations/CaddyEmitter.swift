// MARK: - Caddy

extension Emitter {
    /// Matchers and headers for Caddy, which has no CORS module.
    ///
    /// - What the matcher found is echoed, not the line that was sent.
    /// - Without `defer` the headers are there before an error is made, and stay on its answer.
    static let caddy = Emitter(
        name: "caddy", language: "Caddyfile", summary: "matchers and headers for a site's route"
    ) { policy throws(Refusal) in
        try PatternEngine.re2.check(policy)
        var comment = Comment(
            "#", "CORS for Caddy: for a site, within \"route\", before the directives that authenticate.")
        comment.add(
            "Where the application speaks of CORS itself, its reverse_proxy needs: header_down -Access-Control-*")
        var recipe = CaddyRecipe()
        try recipe.write(policy)
        return comment.text + recipe.lines.map { "\($0)\n" }.joined()
    }
}

/// The directives of the route.
private struct CaddyRecipe {
    var lines: [String] = []

    mutating func write(_ policy: EmittedPolicy) throws(Emitter.Refusal) {
        // A backtick would end the string.
        let token = ServerGrants.token.filter { $0 != "`" }
        let preflight = [
            "method OPTIONS",
            "header_regexp cors_method Access-Control-Request-Method \(try ServerText.caddy("^[\(token)]+$"))",
        ]
        lines += ["# What answers depend on.", "header +Vary Origin", "# Whether a request is a preflight."]
        addBlock("@cors_preflight", preflight)
        if !policy.isEmpty { try writeGrants(policy, preflight: preflight, token: token) }
        lines += ["# Preflights end here, whoever they are from.", "respond @cors_preflight 204"]
    }

    private mutating func writeGrants(
        _ policy: EmittedPolicy, preflight: [String], token: String
    ) throws(Emitter.Refusal) {
        let pattern = policy.isAnyOrigin ? "^.+$" : policy.wholePatterns.joined(separator: "|")
        var granted = ["header_regexp cors Origin \(try ServerText.caddy(pattern))"]
        // RE2 has no lookahead: what a pattern matches beyond the policy is taken away by a matcher of its own.
        if policy.matchesUnlistedNull { granted.append("not header Origin null") }
        var headers = ["Allow-Origin \(policy.isAnyOrigin ? "*" : "{re.cors.0}")"]
        if policy.credentials { headers.append("Allow-Credentials true") }
        if !policy.exposed.isEmpty {
            headers.append("Expose-Headers \(try ServerText.caddy(ServerGrants.joined(policy.exposed)))")
        }
        lines.append("# The origin that may read, and what it is granted.")
        addBlock("@cors_origin", granted)
        addBlock("header @cors_origin", headers.map { "Access-Control-\($0)" })
        var methods = "{re.cors_method.0}"
        if !policy.isAnyMethod { methods = try ServerText.caddy(ServerGrants.joined(policy.methods)) }
        headers = ["Allow-Methods \(methods)"]
        if !policy.headers.isEmpty, !policy.isAnyHeader {
            headers.append("Allow-Headers \(try ServerText.caddy(ServerGrants.joined(policy.headers)))")
        }
        if let maxAge = policy.maxAge { headers.append("Max-Age \(maxAge)") }
        addBlock("@cors_granted_preflight", granted + preflight)
        addBlock("header @cors_granted_preflight", headers.map { "Access-Control-\($0)" })
        if policy.isAnyHeader {
            let names = try ServerText.caddy("^[, \(token)]+$")
            let asked = "header_regexp cors_headers Access-Control-Request-Headers \(names)"
            addBlock("@cors_any_header", granted + preflight + [asked])
            addBlock("header @cors_any_header", ["Access-Control-Allow-Headers {re.cors_headers.0}"])
        }
    }

    private mutating func addBlock(_ head: String, _ content: [String]) {
        lines += ["\(head) {"] + content.map { "\t\($0)" } + ["}"]
    }
}
