import CORSVocabulary

/// A star for request headers with credentials.
struct WildcardHeadersWithCredentialsRule: LintRule {
    let code = "wildcard-headers-with-credentials"
    let severity = Severity.hazard
    let summary = "* in allow_headers with credentials"
    let why =
        "For credentialed fetches browsers read a literal * as a header of that name; a server must "
        + "answer with the names that were asked for."
    let section = SpecSection.corsPreflightFetch
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_credentials": true, "allow_headers": ["*"]}"#
    let good =
        #"{"allow_origins": ["https://app.example.com"], "allow_credentials": true, "allow_headers": ["X-Api-Key"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard subject.hasCredentials, let entry = subject.draft.allowHeaders?.first,
            subject.draft.allowHeaders?.count == 1,
            entry.text == "*"
        else { return [] }
        return [
            finding(
                "[\"*\"] in \"allow_headers\" with credentials: a literal * then grants the header \"*\" and no other",
                at: entry.position, fix: "name the headers")
        ]
    }
}
