import CORSVocabulary

/// Any origin, by the pattern, together with credentials.
struct RegexAnyOriginWithCredentialsRule: LintRule {
    let code = "regex-any-origin-with-credentials"
    let severity = Severity.unsafe
    let summary = "a pattern that any origin matches, with credentials"
    let why =
        "Every site that a user visits can read answers that are made for that user: the server "
        + "echoes its origin, and the browser is content."
    let section = SpecSection.corsProtocolAndCredentials
    let bad = #"{"allow_origin_regex": "https?://.*", "allow_credentials": true}"#
    let good = #"{"allow_origin_regex": "https://[a-z0-9-]+\\.example\\.com", "allow_credentials": true}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard subject.hasCredentials, let pattern = subject.pattern else { return [] }
        return pattern.faults(.anyOrigin).map { fault in
            finding(
                "the pattern \(LintText.quoted(pattern.text)) matches any origin, together with credentials",
                at: pattern.position, fix: "name the host in the pattern: https://[a-z0-9-]+\\.example\\.com",
                witness: fault.witness)
        }
    }
}
