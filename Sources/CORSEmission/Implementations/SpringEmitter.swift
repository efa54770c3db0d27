// MARK: - Spring

extension Emitter {
    /// Spring's CorsFilter, which Spring Boot registers and Spring Security's cors() takes.
    static let spring = Emitter(
        name: "spring", language: "Java", summary: "a configuration class with Spring's CorsFilter"
    ) { policy throws(Refusal) in
        try PatternEngine.java.check(policy)
        var comment = Comment("//", "CORS for Spring by its CorsFilter.")
        comment.add("With Spring Security, http.cors(Customizer.withDefaults()) puts this bean before authentication.")
        comment.addVary(policy)
        if policy.isAnyMethod || !policy.lowerCaseMethods.isEmpty {
            comment.add("Cannot be said, before Spring 6: methods other than the common ones.")
        }
        if policy.exposed == ["*"] {
            comment.add("Cannot be said, before Spring 5.2.12 and 5.3.2: every header is exposed. They throw at *.")
        }
        if policy.methods.isEmpty { comment.add("No methods stand for GET and HEAD, which need no grant.") }
        func list(_ texts: [String]) -> String {
            texts.isEmpty ? "List.of()" : "List.of(\(SourceText.list(texts, .java)))"
        }
        var construction = "new CorsConfiguration()"
        if let regex = policy.regex {
            // CorsConfiguration has globs, but no patterns: what it does not find in its list is matched here.
            construction += """
                 {
                            private final Pattern granted = Pattern.compile(\(SourceText.quoted(regex, .java)));

                            @Override
                            public String checkOrigin(String origin) {
                                boolean matches = origin != null && granted.matcher(origin).matches();
                                return matches ? origin : super.checkOrigin(origin);
                            }
                        }
                """
        }
        var lines = ["setAllowedOrigins(\(list(policy.origins)))", "setAllowedMethods(\(list(policy.methods)))"]
        lines += ["setAllowedHeaders(\(list(policy.headers)))", "setExposedHeaders(\(list(policy.exposed)))"]
        lines.append("setAllowCredentials(\(policy.credentials))")
        if let maxAge = policy.maxAge { lines.append("setMaxAge(\(maxAge)L)") }
        return """
            \(comment.text)import java.util.List;
            \(policy.regex == nil ? "" : "import java.util.regex.Pattern;\n")
            import org.springframework.context.annotation.Bean;
            import org.springframework.context.annotation.Configuration;
            import org.springframework.web.cors.CorsConfiguration;
            import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
            import org.springframework.web.filter.CorsFilter;

            @Configuration
            public class CorsPolicy {
                @Bean
                public CorsFilter corsFilter() {
                    CorsConfiguration policy = \(construction);
            \(lines.map { "        policy.\($0);\n" }.joined())\
                    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
                    source.registerCorsConfiguration("/**", policy);
                    return new CorsFilter(source);
                }
            }

            """
    }
}
