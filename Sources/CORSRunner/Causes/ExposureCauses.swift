import CORSVocabulary

/// Why scripts see too little or too much.
enum ExposureCauses {
    /// More is exposed than the policy says.
    static let exposesTooMuch = Cause.exposesTooMuch

    /// Says whether a line is no list of names.
    private static func isNoList(_ line: FieldValue) -> Bool {
        line.bytes.split(separator: UInt8(ascii: ",")).map { HeaderText.trim($0) }
            .contains { !$0.isEmpty && !ASCII.isToken($0) }
    }

    /// Returns why a header is hidden.
    static func cause(hidden name: FieldName, _ evidence: Evidence) -> Cause {
        let members = HeaderText.members(of: .accessControlExposeHeaders, in: evidence.response)
        // An error need not carry it: then what is missing is the exposure.
        if let response = evidence.response, response.status < 300, !response.headers.contains(name) {
            return .exposedHeaderAbsent
        }
        if members.contains("*") { return .wildcardListWithCredentials }
        let lines = evidence.response?.headers.values(.accessControlExposeHeaders) ?? []
        if members.contains(name.lowercased) || lines.contains(where: Self.isNoList) { return .exposeNotAList }
        if evidence.facts.exposedOnPreflights.contains(name.lowercased) { return .exposedOnPreflightOnly }
        return .exposeMissing
    }
}
