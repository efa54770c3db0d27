/// An id as somebody gives it: `POLICY:CASE@VALUE`, policy and value left away or not.
struct CaseID {
    /// The policy, or nil.
    var policy: String?
    /// The case's id, or an alias.
    var caseID: String
    /// The row's id, or nil where no value is named.
    var value: String?

    /// Takes an id apart.
    ///
    /// - Parameters:
    ///   - text: The id.
    ///   - policies: The names that count as a policy's.
    init(_ text: String, policies: [String]) {
        var rest = Substring(text)
        if let colon = text.firstIndex(of: ":"), policies.contains(String(text[..<colon])) {
            policy = String(text[..<colon])
            rest = text[text.index(after: colon)...]
        }
        let at = rest.firstIndex(of: "@")
        caseID = String(rest[..<(at ?? rest.endIndex)])
        value = at.map { String(rest[rest.index(after: $0)...]) }
    }
}
