// MARK: - Hummingbird

extension Emitter {
    /// Hummingbird's CORSMiddleware, which knows one origin, any or none.
    static let hummingbird = Emitter(
        name: "hummingbird", language: "Swift", summary: "Hummingbird's CORSMiddleware, for one origin, any or none"
    ) { policy throws(Refusal) in
        if policy.regex != nil || policy.origins.count > 1 {
            throw Refusal(
                "Hummingbird's CORSMiddleware knows one origin, any or none; several, or allow_origin_regex, need a "
                    + "middleware of your own")
        }
        if policy.isAnyHeader, policy.credentials {
            throw Refusal(
                "Hummingbird's CORSMiddleware sends * as it stands, and with credentials browsers read it as a name; "
                    + "list the headers in allow_headers")
        }
        var comment = Comment(
            "//", "CORS for Hummingbird 2: router.addMiddleware { cors }, before all that authenticates.")
        comment.addCommonMethods(policy)
        if !policy.exposed.isEmpty {
            comment.add(
                "Cannot be said, in some versions: the middleware writes the exposed headers on preflights alone, where "
                    + "browsers do not read them.")
        }
        var origin = ".none"
        if let first = policy.origins.first {
            origin = policy.isAnyOrigin ? ".all" : ".custom(\(SourceText.quoted(first, .swift)))"
        }
        func names(_ texts: [String]) -> String {
            texts.map { ".init(\(SourceText.quoted($0, .swift)))!" }.joined(separator: ", ")
        }
        // By the standard the wildcard does not cover Authorization.
        let headers = policy.headers + (policy.isAnyHeader ? ["Authorization"] : [])
        var lines = ["allowOrigin: \(origin)", "allowHeaders: [\(names(headers))]"]
        lines.append("allowMethods: [\(names(policy.namedMethods))]")
        lines.append("allowCredentials: \(policy.credentials)")
        if !policy.exposed.isEmpty { lines.append("exposedHeaders: [\(names(policy.exposed))]") }
        if let maxAge = policy.maxAge { lines.append("maxAge: .seconds(\(maxAge))") }
        return """
            \(comment.text)import HTTPTypes
            import Hummingbird

            let cors = CORSMiddleware<BasicRequestContext>(
            \(lines.map { "    \($0)" }.joined(separator: ",\n"))
            )

            """
    }
}
