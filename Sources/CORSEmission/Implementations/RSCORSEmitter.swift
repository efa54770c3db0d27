// MARK: - rs/cors

extension Emitter {
    /// The handler of rs/cors for net/http.
    static let rsCORS = Emitter(
        name: "rs-cors", language: "Go", summary: "a function that puts rs/cors around a handler"
    ) { policy throws(Refusal) in
        try PatternEngine.re2.check(policy)
        var comment = Comment("//", "CORS for net/http by rs/cors: put WithCORS around everything, authentication too.")
        comment.addCommonMethods(policy)
        comment.addUpperCase(policy, "rs/cors before 1.11")
        let names = policy.isAnyHeader ? [] : policy.headers
        let odd = names.filter { name in name.contains { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" } }
        if !odd.isEmpty {
            comment.add(
                "Cannot be said: \(odd.joined(separator: ", ")). rs/cors before 1.11 drops signs other than - and _ of "
                    + "the names that a preflight asks for, and refuses them.")
        }
        var declarations = ""
        var lines: [String] = []
        // No origins stand for all, and the list takes no pattern: the function takes its place.
        let needsFunction = policy.regex != nil || policy.origins.isEmpty
        if needsFunction {
            let origins = GoOrigins.function(policy)
            declarations = origins.declarations
            lines.append("AllowOriginFunc:  \(origins.function)")
        } else {
            lines.append("AllowedOrigins:   \(GoOrigins.list(policy.origins))")
        }
        lines.append("AllowedMethods:   \(GoOrigins.list(policy.namedMethods))")
        // No headers stand for four. Origin is always allowed, so that to list it lists nothing.
        lines.append("AllowedHeaders:   \(GoOrigins.list(policy.headers.isEmpty ? ["Origin"] : policy.headers))")
        lines.append("ExposedHeaders:   \(GoOrigins.list(policy.exposed))")
        lines.append("AllowCredentials: \(policy.credentials)")
        if let maxAge = policy.maxAge, maxAge > 0 { lines.append("MaxAge:           \(maxAge)") }
        let imports = "\t\"net/http\"\n" + (policy.regex == nil ? "" : "\t\"regexp\"\n")
        return """
            \(comment.text)package main

            import (
            \(imports)
            \t"github.com/rs/cors"
            )

            \(declarations)func WithCORS(handler http.Handler) http.Handler {
            \treturn cors.New(cors.Options{
            \(lines.map { "\t\t\($0),\n" }.joined())\t}).Handler(handler)
            }

            """
    }
}
