// MARK: - django-cors-headers

extension Emitter {
    /// The settings of django-cors-headers, each that has a default which grants among them.
    static let djangoCORSHeaders = Emitter(
        name: "django-cors-headers", language: "Python", summary: "settings of django-cors-headers"
    ) { policy throws(Refusal) in
        try PatternEngine.python.check(policy)
        if policy.isAnyHeader, policy.credentials {
            throw Refusal(
                "django-cors-headers sends * as it stands, and with credentials browsers read it as a name; list the "
                    + "headers in allow_headers")
        }
        var comment = Comment("#", "CORS for Django by django-cors-headers: for the end of settings.py.")
        comment.add(
            "INSTALLED_APPS needs \"corsheaders\"; MIDDLEWARE needs \"corsheaders.middleware.CorsMiddleware\", before "
                + "all that answers by itself, authentication above all.")
        comment.addCommonMethods(policy)
        func list(_ texts: [String]) -> String { "[\(SourceText.list(texts, .python))]" }
        var lines: [String] = []
        if policy.isAnyOrigin {
            lines.append("CORS_ALLOW_ALL_ORIGINS = True")
        } else {
            lines += ["CORS_ALLOW_ALL_ORIGINS = False", "CORS_ALLOWED_ORIGINS = \(list(policy.origins))"]
        }
        let patterns = policy.regex.map { [SourceText.quoted("\\A(?:\($0))\\Z", .python)] } ?? []
        lines.append("CORS_ALLOWED_ORIGIN_REGEXES = [\(patterns.joined())]")
        lines.append("CORS_ALLOW_METHODS = \(list(policy.namedMethods))")
        // By the standard the wildcard does not cover Authorization.
        lines.append("CORS_ALLOW_HEADERS = \(list(policy.headers + (policy.isAnyHeader ? ["authorization"] : [])))")
        lines.append("CORS_ALLOW_CREDENTIALS = \(policy.credentials ? "True" : "False")")
        lines.append("CORS_EXPOSE_HEADERS = \(list(policy.exposed))")
        if let maxAge = policy.maxAge { lines.append("CORS_PREFLIGHT_MAX_AGE = \(maxAge)") }
        return comment.text + lines.map { "\($0)\n" }.joined()
    }
}
