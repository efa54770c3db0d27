// MARK: - HAProxy

extension Emitter {
    /// Rules for HAProxy, without Lua.
    ///
    /// - What is granted is found on the request, and kept in variables of the transaction.
    /// - http-after-response adds the headers to HAProxy's own answers and errors too; http-response would not.
    /// - set-header takes the place of what the application says of CORS.
    static let haproxy = Emitter(
        name: "haproxy", language: "configuration", summary: "rules for a frontend of HAProxy"
    ) { policy throws(Refusal) in
        try PatternEngine.pcre.check(policy)
        var comment = Comment("#", "CORS for HAProxy 2.2 or later: for a frontend, before the rules that authenticate.")
        if policy.regex != nil {
            comment.add("The pattern needs an HAProxy that was built with PCRE, as packages are.")
        }
        let lines = haproxyFindings(policy) + haproxyGrants(policy)
        return comment.text + lines.map { "\($0)\n" }.joined()
    }

    /// The rules that find out what is granted.
    private static func haproxyFindings(_ policy: EmittedPolicy) -> [String] {
        var lines = ["# The origin that may read.", "http-request set-var(txn.origin) req.fhdr(Origin,1)"]
        if policy.isAnyOrigin {
            lines.append("acl cors_origin var(txn.origin) -m found")
        } else if !policy.origins.isEmpty {
            let origins = policy.origins.map(ServerText.haproxy).joined(separator: " ")
            lines.append("acl cors_origin var(txn.origin) -m str -- \(origins)")
        }
        if let regex = policy.wholeRegex {
            lines.append("acl cors_origin var(txn.origin) -m reg -- \(ServerText.haproxy(regex))")
        }
        if !policy.isEmpty {
            lines.append("http-request set-var(txn.cors_origin) var(txn.origin) if cors_origin")
        }
        if policy.matchesUnlistedNull {
            lines.append("http-request unset-var(txn.cors_origin) if { var(txn.origin) -m str null }")
        }
        let token = ServerText.haproxy("^[\(ServerGrants.token)]+$")
        lines += [
            "# Whether a request is a preflight.",
            "http-request set-var(txn.cors_method) req.fhdr(Access-Control-Request-Method,1) if METH_OPTIONS "
                + "{ req.fhdr(Access-Control-Request-Method,1) -m reg \(token) }",
        ]
        if policy.isAnyHeader {
            lines.append("http-request set-var(txn.cors_headers) req.fhdr(Access-Control-Request-Headers,1)")
        }
        return lines
    }

    /// The rules that write it.
    private static func haproxyGrants(_ policy: EmittedPolicy) -> [String] {
        let granted = "{ var(txn.cors_origin) -m found }"
        let preflight = "{ var(txn.cors_method) -m found }"
        var lines = ["# What answers depend on.", "http-after-response add-header Vary Origin"]
        lines.append("# What the origin is granted.")
        lines += ["Allow-Origin", "Allow-Credentials", "Expose-Headers"].map {
            "http-after-response del-header Access-Control-\($0)"
        }
        func grant(_ name: String, _ text: String, _ condition: String) {
            lines.append("http-after-response set-header Access-Control-\(name) \(text) if \(condition)")
        }
        func joined(_ names: [String]) -> String { ServerText.haproxyValue(ServerGrants.joined(names)) }
        grant("Allow-Origin", policy.isAnyOrigin ? "*" : "%[var(txn.cors_origin)]", granted)
        if policy.credentials { grant("Allow-Credentials", "true", granted) }
        if !policy.exposed.isEmpty { grant("Expose-Headers", joined(policy.exposed), granted) }
        let methods = policy.isAnyMethod ? "%[var(txn.cors_method)]" : joined(policy.methods)
        // A rule cannot write an empty value.
        if !policy.methods.isEmpty { grant("Allow-Methods", methods, "\(granted) \(preflight)") }
        if policy.isAnyHeader {
            let names = ServerText.haproxy("^[, \(ServerGrants.token)]+$")
            grant(
                "Allow-Headers", "%[var(txn.cors_headers)]",
                "\(granted) \(preflight) { var(txn.cors_headers) -m reg \(names) }")
        } else if !policy.headers.isEmpty {
            grant("Allow-Headers", joined(policy.headers), "\(granted) \(preflight)")
        }
        if let maxAge = policy.maxAge { grant("Max-Age", String(maxAge), "\(granted) \(preflight)") }
        return lines + [
            "# Preflights end here, whoever they are from.", "http-request return status 204 if \(preflight)",
        ]
    }
}
