/// What the configurations of servers have in common, which know no CORS and are told it by headers.
enum ServerGrants {
    /// The signs of a token, for use within the brackets of a pattern.
    ///
    /// https://www.rfc-editor.org/rfc/rfc9110.html#section-5.6.2
    static let token = "!#$%&'*+.^_`|~0-9A-Za-z-"

    /// What answers to preflights depend on.
    static let preflightVary = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"

    /// Returns names with commas between, as a header has them.
    static func joined(_ names: [String]) -> String { names.joined(separator: ", ") }
}
