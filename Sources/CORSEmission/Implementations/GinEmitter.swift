// MARK: - gin

extension Emitter {
    /// The middleware of gin-contrib/cors.
    static let gin = Emitter(
        name: "gin", language: "Go", summary: "a function that makes gin-contrib/cors"
    ) { policy throws(Refusal) in
        try PatternEngine.re2.check(policy)
        if policy.isAnyHeader, policy.credentials {
            throw Refusal(
                "gin-contrib/cors sends * as it stands, and with credentials browsers read it as a name; list the "
                    + "headers in allow_headers")
        }
        var comment = Comment(
            "//", "CORS for gin by gin-contrib/cors: router.Use(CORS()), before all that authenticates.")
        comment.addVary(policy)
        comment.addCommonMethods(policy)
        comment.addUpperCase(policy, "gin-contrib/cors")
        var declarations = ""
        var lines: [String] = []
        if policy.isAnyOrigin {
            lines.append("AllowAllOrigins:  true")
        } else if policy.regex == nil, !policy.origins.isEmpty, policy.origins.allSatisfy(isOfWeb) {
            lines.append("AllowOrigins:     \(GoOrigins.list(policy.origins))")
        } else {
            // The list takes http and https only, and may not be empty.
            let origins = GoOrigins.function(policy)
            declarations = origins.declarations
            lines.append("AllowOriginFunc:  \(origins.function)")
        }
        lines.append("AllowMethods:     \(GoOrigins.list(policy.namedMethods))")
        // By the standard the wildcard does not cover Authorization.
        let names = policy.headers + (policy.isAnyHeader ? ["Authorization"] : [])
        lines.append("AllowHeaders:     \(GoOrigins.list(names))")
        lines.append("ExposeHeaders:    \(GoOrigins.list(policy.exposed))")
        lines.append("AllowCredentials: \(policy.credentials)")
        let hasAge = policy.maxAge.map { $0 > 0 } ?? false
        if let maxAge = policy.maxAge, hasAge { lines.append("MaxAge:           \(maxAge) * time.Second") }
        let standard = (policy.regex == nil ? [] : ["regexp"]) + (hasAge ? ["time"] : [])
        let imports = standard.map { "\t\"\($0)\"\n" }.joined() + (standard.isEmpty ? "" : "\n")
        return """
            \(comment.text)package main

            import (
            \(imports)\t"github.com/gin-contrib/cors"
            \t"github.com/gin-gonic/gin"
            )

            \(declarations)func CORS() gin.HandlerFunc {
            \treturn cors.New(cors.Config{
            \(lines.map { "\t\t\($0),\n" }.joined())\t})
            }

            """
    }

    private static func isOfWeb(_ origin: String) -> Bool {
        origin.hasPrefix("http://") || origin.hasPrefix("https://")
    }
}
