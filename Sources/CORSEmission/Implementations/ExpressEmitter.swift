// MARK: - Express

extension Emitter {
    /// The package cors on Express.
    static let express = Emitter(
        name: "express", language: "JavaScript", summary: "a module that exports the package cors, set up"
    ) { policy throws(Refusal) in
        try PatternEngine.javaScript.check(policy)
        var comment = Comment(
            "//", "CORS for Express by the package cors: app.use(require(\"./this-file\")), first of all.")
        comment.add("Authentication that stands before it would refuse preflights.")
        comment.addCommonMethods(policy)
        if !policy.lowerCaseMethods.isEmpty {
            comment.add(
                "Cannot be said: \(policy.lowerCaseMethods.joined(separator: ", ")) is granted, but Node reads methods "
                    + "of a fixed list only, and answers others with 400.")
        }
        func list(_ texts: [String]) -> String { "[\(SourceText.list(texts, .javaScript))]" }
        var origins = policy.origins.map { SourceText.quoted($0, .javaScript) }
        if let regex = policy.wholeRegex { origins.append("new RegExp(\(SourceText.quoted(regex, .javaScript)))") }
        var lines = ["origin: \(policy.isAnyOrigin ? "\"*\"" : "[\(origins.joined(separator: ", "))]")"]
        lines.append("methods: \(list(policy.namedMethods))")
        // Unless they are named, the headers that are asked for are granted.
        if !policy.isAnyHeader { lines.append("allowedHeaders: \(list(policy.headers))") }
        lines.append("exposedHeaders: \(list(policy.exposed))")
        lines.append("credentials: \(policy.credentials)")
        if let maxAge = policy.maxAge { lines.append("maxAge: \(maxAge)") }
        return """
            \(comment.text)"use strict";

            const cors = require("cors");

            module.exports = cors({
            \(lines.map { "  \($0),\n" }.joined())});

            """
    }
}
