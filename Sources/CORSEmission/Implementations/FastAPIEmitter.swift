// MARK: - FastAPI

extension Emitter {
    /// FastAPI's CORSMiddleware, whose settings a policy's are.
    static let fastAPI = Emitter(
        name: "fastapi", language: "Python", summary: "a function that adds FastAPI's CORSMiddleware"
    ) { policy throws(Refusal) in
        try PatternEngine.python.check(policy)
        var comment = Comment("#", "CORS for FastAPI: call add_cors(app), last of all that adds a middleware.")
        comment.add("What is added last is outermost: authentication that stands outside would refuse preflights.")
        comment.add("Cannot be said: the answer to an exception that nobody catches has no CORS headers.")
        if policy.isAnyMethod {
            comment.add("Cannot be said: any method. FastAPI takes * for DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT.")
        }
        func list(_ texts: [String]) -> String { "[\(SourceText.list(texts, .python))]" }
        var lines = ["allow_origins=\(list(policy.origins))"]
        if let regex = policy.regex { lines.append("allow_origin_regex=\(SourceText.quoted(regex, .python))") }
        lines += ["allow_methods=\(list(policy.methods))", "allow_headers=\(list(policy.headers))"]
        lines += ["allow_credentials=\(policy.credentials ? "True" : "False")"]
        lines += ["expose_headers=\(list(policy.exposed))"]
        if let maxAge = policy.maxAge { lines.append("max_age=\(maxAge)") }
        return """
            \(comment.text)from fastapi.middleware.cors import CORSMiddleware


            def add_cors(app):
                app.add_middleware(
                    CORSMiddleware,
            \(lines.map { "        \($0),\n" }.joined())    )

            """
    }
}
