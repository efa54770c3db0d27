// MARK: - nginx

extension Emitter {
    /// Maps and directives for nginx, which has no CORS module.
    ///
    /// - The origin is matched by patterns that are anchored and mind the case: a map's plain strings do not.
    /// - What is not granted is an empty value, and add_header leaves a header with an empty value out.
    /// - `always` adds the headers to error answers too.
    /// - `return` belongs to the rewrite phase, which comes before auth_basic, auth_request and allow.
    static let nginx = Emitter(
        name: "nginx", language: "configuration", summary: "maps for the http block, directives for the server block"
    ) { policy throws(Refusal) in
        try PatternEngine.pcre.check(policy)
        var comment = Comment("#", "CORS for nginx, in two parts.")
        if policy.methods.contains(where: { $0.contains { !$0.isUppercase && $0 != "_" && $0 != "-" && $0 != "*" } }) {
            comment.add(
                "Cannot be said: nginx reads methods of capital letters, _ and - only, and answers others with 400.")
        }
        var recipe = NginxRecipe(policy)
        try recipe.write()
        return """
            \(comment.text)# In the http block.
            \(recipe.maps.joined(separator: "\n"))
            # In the server block, and again in every location that has an add_header of its own.
            \(recipe.directives.map { "\($0)\n" }.joined())
            """
    }
}

/// The two parts of the configuration.
private struct NginxRecipe {
    let policy: EmittedPolicy
    var maps: [String] = []
    private var headers: [(name: String, variable: String)] = []

    init(_ policy: EmittedPolicy) { self.policy = policy }

    /// The directives of the server block.
    var directives: [String] {
        // What an application behind proxy_pass says of CORS gives way.
        let names = [
            "Allow-Origin", "Allow-Credentials", "Allow-Methods", "Allow-Headers", "Expose-Headers", "Max-Age",
        ]
        return names.map { "proxy_hide_header Access-Control-\($0);" }
            + headers.map { "add_header \($0.name) \($0.variable) always;" }
            + ["if ($cors_preflight) {", "    return 204;", "}"]
    }

    mutating func write() throws(Emitter.Refusal) {
        writeOrigin()
        if policy.credentials { grant("Allow-Credentials", "$cors_credentials", "\"true\"") }
        if !policy.exposed.isEmpty {
            grant("Expose-Headers", "$cors_expose", try ServerText.nginxValue(ServerGrants.joined(policy.exposed)))
        }
        if policy.isAnyMethod {
            let asked = addAsked("[\(ServerGrants.token)]+", "method")
            grantPreflight("Allow-Methods", "$cors_methods", asked)
        } else {
            let methods = try ServerText.nginxValue(ServerGrants.joined(policy.methods))
            grantPreflight("Allow-Methods", "$cors_methods", methods)
        }
        if policy.isAnyHeader {
            let asked = addAsked("[, \(ServerGrants.token)]+", "headers")
            grantPreflight("Allow-Headers", "$cors_headers", asked)
        } else if !policy.headers.isEmpty {
            let names = try ServerText.nginxValue(ServerGrants.joined(policy.headers))
            grantPreflight("Allow-Headers", "$cors_headers", names)
        }
        if let maxAge = policy.maxAge { grantPreflight("Max-Age", "$cors_max_age", String(maxAge)) }
    }

    private mutating func writeOrigin() {
        var rows = policy.wholePatterns.map { (ServerText.nginx("~\($0)"), "$http_origin") }
        if policy.isAnyOrigin { rows = [("\"~.\"", "\"*\"")] }
        if policy.matchesUnlistedNull { rows.insert(("\"~^null$\"", "\"\""), at: 0) }
        maps.append("# The origin that may read.")
        addMap("$http_origin", "$cors_origin", rows)
        maps.append("# Whether a request is a preflight.")
        addMap(
            "\"$request_method $http_access_control_request_method\"", "$cors_preflight", [("\"~^OPTIONS .\"", "1")])
        maps.append("# What an answer depends on.")
        addMap("$cors_preflight", "$cors_vary", [("\"\"", "\"Origin\""), ("1", "\"\(ServerGrants.preflightVary)\"")])
        headers = [("Vary", "$cors_vary"), ("Access-Control-Allow-Origin", "$cors_origin")]
    }

    /// Adds a map whose rows are what is matched and what it becomes; all else becomes nothing.
    private mutating func addMap(_ source: String, _ target: String, _ rows: [(key: String, result: String)]) {
        let lines = rows.map { "    \($0.key) \($0.result);\n" }.joined()
        maps.append("map \(source) \(target) {\n    default \"\";\n\(lines)}\n")
    }

    /// Adds what a preflight asks for, where it has the right form; returns its variable.
    private mutating func addAsked(_ pattern: String, _ what: String) -> String {
        let header = "$http_access_control_request_\(what)"
        addMap(header, "$cors_request_\(what)_asked", [(ServerText.nginx("~^\(pattern)$"), header)])
        return "$cors_request_\(what)_asked"
    }

    private mutating func grant(_ name: String, _ variable: String, _ text: String) {
        addMap("$cors_origin", variable, [("\"~.\"", text)])
        headers.append(("Access-Control-\(name)", variable))
    }

    private mutating func grantPreflight(_ name: String, _ variable: String, _ text: String) {
        addMap("\"$cors_preflight$cors_origin\"", variable, [("\"~^1.\"", text)])
        headers.append(("Access-Control-\(name)", variable))
    }
}
