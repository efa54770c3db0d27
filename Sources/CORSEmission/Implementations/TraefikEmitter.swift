// MARK: - Traefik

extension Emitter {
    /// Traefik's headers middleware, for the dynamic configuration.
    static let traefik = Emitter(
        name: "traefik", language: "YAML", summary: "a headers middleware for the dynamic configuration"
    ) { policy throws(Refusal) in
        try PatternEngine.re2.check(policy)
        var comment = Comment("#", "CORS for Traefik: a router has cors among its middlewares, before authentication.")
        comment.addCommonMethods(policy)
        func list(_ texts: [String]) -> String { "[\(SourceText.list(texts, .yaml))]" }
        var lines = ["addVaryHeader: true"]
        if !policy.origins.isEmpty { lines.append("accessControlAllowOriginList: \(list(policy.origins))") }
        // It searches by its patterns.
        if let regex = policy.wholeRegex { lines.append("accessControlAllowOriginListRegex: \(list([regex]))") }
        lines.append("accessControlAllowMethods: \(list(policy.namedMethods))")
        if !policy.headers.isEmpty {
            // With credentials it echoes what is asked for in place of the wildcard; without, the wildcard is sent, which
            // by the standard does not cover Authorization.
            let names = policy.headers + (policy.isAnyHeader ? ["Authorization"] : [])
            lines.append("accessControlAllowHeaders: \(list(names))")
        }
        if !policy.exposed.isEmpty { lines.append("accessControlExposeHeaders: \(list(policy.exposed))") }
        if policy.credentials { lines.append("accessControlAllowCredentials: true") }
        if let maxAge = policy.maxAge { lines.append("accessControlMaxAge: \(maxAge)") }
        return """
            \(comment.text)http:
              middlewares:
                cors:
                  headers:
            \(lines.map { "        \($0)\n" }.joined())
            """
    }
}
