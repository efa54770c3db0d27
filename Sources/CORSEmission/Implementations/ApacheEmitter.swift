// MARK: - Apache httpd

extension Emitter {
    /// Directives for Apache httpd, which has no CORS module.
    ///
    /// - SetEnvIf works before authentication and minds the case; SetEnvIfNoCase would not.
    /// - `always` adds the headers to error answers too.
    /// - A RewriteRule of the server or virtual host comes before authentication, one of a directory after it.
    static let apache = Emitter(
        name: "apache", language: "configuration", summary: "directives for a virtual host of Apache httpd"
    ) { policy throws(Refusal) in
        try PatternEngine.pcre.check(policy)
        var comment = Comment("#", "CORS for Apache httpd: for the server or a virtual host, not for a directory.")
        comment.add("It needs the modules env, headers, rewrite and setenvif.")
        let patterns = policy.isAnyOrigin ? ["^.+$"] : policy.wholePatterns
        var lines = ["# The origin that may read."]
        lines += patterns.map { "SetEnvIf Origin \(ServerText.apache($0)) CORS_ORIGIN=$0" }
        if policy.matchesUnlistedNull { lines.append("SetEnvIf Origin \"^null$\" !CORS_ORIGIN") }
        lines += [
            "# What answers depend on.", "Header always merge Vary Origin",
            "# What the application says of CORS, where it does, gives way.",
        ]
        lines += ["Allow-Origin", "Allow-Credentials", "Allow-Methods", "Allow-Headers", "Expose-Headers"].map {
            "Header unset Access-Control-\($0)"
        }
        lines.append("# What the origin is granted.")
        lines += apacheGrants(policy)
        lines += [
            "# Whether a request is a preflight, and what it is granted.",
            "SetEnvIf Access-Control-Request-Method \"^[\(ServerGrants.token)]+$\" CORS_METHOD=$0",
            "SetEnvIf Access-Control-Request-Headers \"^[, \(ServerGrants.token)]+$\" CORS_HEADERS=$0",
            "SetEnvIf Request_Method \"^(?!OPTIONS$)\" !CORS_METHOD !CORS_HEADERS",
        ]
        lines += apachePreflightGrants(policy)
        lines += [
            "# Preflights end here, whoever they are from.", "RewriteEngine On",
            "RewriteCond %{REQUEST_METHOD} =OPTIONS", "RewriteCond %{HTTP:Access-Control-Request-Method} .",
            "RewriteRule ^ - [R=204,L]",
        ]
        return comment.text + lines.map { "\($0)\n" }.joined()
    }

    private static func apacheGrants(_ policy: EmittedPolicy) -> [String] {
        var grants = [("Allow-Origin", policy.isAnyOrigin ? "\"*\"" : "\"%{CORS_ORIGIN}e\"")]
        if policy.credentials { grants.append(("Allow-Credentials", "\"true\"")) }
        if !policy.exposed.isEmpty {
            grants.append(("Expose-Headers", ServerText.apacheValue(ServerGrants.joined(policy.exposed))))
        }
        return grants.map { "Header always set Access-Control-\($0.0) \($0.1) env=CORS_ORIGIN" }
    }

    private static func apachePreflightGrants(_ policy: EmittedPolicy) -> [String] {
        let methods = ServerText.apacheValue(ServerGrants.joined(policy.methods))
        var grants = [("Allow-Methods", policy.isAnyMethod ? "\"%{CORS_METHOD}e\"" : methods, "CORS_METHOD")]
        if policy.isAnyHeader {
            grants.append(("Allow-Headers", "\"%{CORS_HEADERS}e\"", "CORS_HEADERS"))
        } else if !policy.headers.isEmpty {
            grants.append(
                ("Allow-Headers", ServerText.apacheValue(ServerGrants.joined(policy.headers)), "CORS_METHOD"))
        }
        if let maxAge = policy.maxAge { grants.append(("Max-Age", "\"\(maxAge)\"", "CORS_METHOD")) }
        return grants.map { name, text, condition in
            "Header always set Access-Control-\(name) \(text) "
                + "\"expr=-n reqenv('CORS_ORIGIN') && -n reqenv('\(condition)')\""
        }
    }
}
