/// The origins of a policy as a function in Go.
enum GoOrigins {
    /// Returns the declarations that the function needs, and the function.
    static func function(_ policy: EmittedPolicy) -> (declarations: String, function: String) {
        let listed = policy.origins.map { "\t\(SourceText.quoted($0, .go)): true,\n" }.joined()
        var declarations = "var grantedOrigins = map[string]bool{\(listed.isEmpty ? "" : "\n\(listed)")}\n\n"
        var condition = "grantedOrigins[origin]"
        if let regex = policy.wholeRegex {
            declarations += "var grantedPattern = regexp.MustCompile(\(SourceText.quoted(regex, .go)))\n\n"
            condition += " || grantedPattern.MatchString(origin)"
        }
        return (declarations, "func(origin string) bool { return \(condition) }")
    }

    /// Returns a list of strings.
    static func list(_ texts: [String]) -> String { "[]string{\(SourceText.list(texts, .go))}" }
}
