// MARK: - Flask-Cors

extension Emitter {
    /// Flask-Cors, whose defaults grant all, so that every setting is given.
    static let flaskCORS = Emitter(
        name: "flask-cors", language: "Python", summary: "a function that sets Flask-Cors up"
    ) { policy throws(Refusal) in
        try PatternEngine.python.check(policy)
        if !policy.isAnyHeader, let name = policy.headers.first(where: isTakenForPattern) {
            throw Refusal("Flask-Cors takes the header name \(name) for a pattern")
        }
        var comment = Comment("#", "CORS for Flask by Flask-Cors: call add_cors(app).")
        comment.add("Authentication in before_request comes before it, and would refuse preflights: let OPTIONS pass.")
        // Any origin is granted without an Origin as well.
        if !policy.isAnyOrigin { comment.addVary(policy) }
        comment.addUpperCase(policy, "Flask-Cors")
        func list(_ texts: [String]) -> String { "[\(SourceText.list(texts, .python))]" }
        var origins = policy.origins.map { origin in
            origin != "*" && isTakenForPattern(origin)
                ? compiled(EmittedPolicy.escaped(origin)) : SourceText.quoted(origin, .python)
        }
        if let regex = policy.regex { origins.append(compiled(regex)) }
        var lines = ["origins=[\(origins.joined(separator: ", "))]"]
        // Any method is what Flask-Cors grants where none are named.
        if !policy.isAnyMethod {
            lines.append("methods=\(list(policy.methods))")
        } else {
            comment.addCommonMethods(policy)
        }
        lines += ["allow_headers=\(list(policy.headers))", "expose_headers=\(list(policy.exposed))"]
        lines += ["supports_credentials=\(policy.credentials ? "True" : "False")"]
        if let maxAge = policy.maxAge { lines.append("max_age=\(maxAge)") }
        return """
            \(comment.text)import re

            from flask_cors import CORS


            def add_cors(app):
                CORS(
                    app,
            \(lines.map { "        \($0),\n" }.joined())    )

            """
    }

    /// Whether Flask-Cors takes a text for a pattern.
    private static func isTakenForPattern(_ text: String) -> Bool { text.contains { "*\\]?$^[]()".contains($0) } }

    private static func compiled(_ pattern: String) -> String {
        "re.compile(\(SourceText.quoted("\\A(?:\(pattern))\\Z", .python)))"
    }
}
