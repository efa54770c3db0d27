import CORSVocabulary

/// Why scripts see too little or too much.
enum ExposureCauses {
    /// More is exposed than the policy says.
    static let exposesTooMuch = Cause.exposesTooMuch

    /// Returns why a header is hidden.
    static func cause(hidden name: FieldName, _ evidence: Evidence) -> Cause {
        let members = HeaderText.members(of: .accessControlExposeHeaders, in: evidence.response)
        if evidence.response?.headers.contains(name) == false { return .exposedHeaderAbsent }
        if members.contains("*") { return .wildcardListWithCredentials }
        if members.contains(name.lowercased) { return .exposeNotAList }
        if evidence.facts.exposedOnPreflights.contains(name.lowercased) { return .exposedOnPreflightOnly }
        return .exposeMissing
    }
}
