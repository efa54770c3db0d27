// MARK: - Envoy

extension Emitter {
    /// The policy of Envoy's CORS filter, and the Vary that the filter does not add.
    static let envoy = Emitter(
        name: "envoy", language: "YAML", summary: "the CORS filter's policy, for a virtual host"
    ) { policy throws(Refusal) in
        try PatternEngine.re2.check(policy)
        if policy.matchesStar {
            throw Refusal(
                "allow_origin_regex matches *, and Envoy's filter takes a pattern that does for any origin; write it "
                    + "with a scheme")
        }
        if policy.isAnyHeader, policy.credentials {
            throw Refusal(
                "Envoy's filter sends * as it stands, and with credentials browsers read it as a name; list the headers "
                    + "in allow_headers")
        }
        var comment = Comment("#", "CORS for Envoy: for a virtual host.")
        comment.add(
            "The filter envoy.filters.http.cors stands among the http_filters before those that authenticate.")
        comment.addCommonMethods(policy)
        if !policy.lowerCaseMethods.isEmpty {
            comment.add("Methods beyond the common ones need http_protocol_options: {allow_custom_methods: true}.")
        }
        func quoted(_ text: String) -> String { SourceText.quoted(text, .yaml) }
        var matches = policy.origins.map { "    - exact: \(quoted($0))\n" }
        // It is matched against the whole origin.
        if let regex = policy.regex { matches.append("    - safe_regex:\n        regex: \(quoted(regex))\n") }
        // By the standard the wildcard does not cover Authorization.
        let headers = policy.headers + (policy.isAnyHeader ? ["Authorization"] : [])
        let age = policy.maxAge.map { "    max_age: \"\($0)\"\n" } ?? ""
        return """
            \(comment.text)typed_per_filter_config:
              envoy.filters.http.cors:
                "@type": type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy
                allow_origin_string_match:\(matches.isEmpty ? " []" : "")
            \(matches.joined())\
                allow_methods: \(quoted(ServerGrants.joined(policy.namedMethods)))
                allow_headers: \(quoted(ServerGrants.joined(headers)))
                expose_headers: \(quoted(ServerGrants.joined(policy.exposed)))
                allow_credentials: \(policy.credentials)
            \(age)\
            response_headers_to_add:
            - header:
                key: Vary
                value: Origin

            """
    }
}
