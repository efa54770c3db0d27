import CORSVocabulary

/// A star for exposed headers with credentials.
struct WildcardExposedWithCredentialsRule: LintRule {
    let code = "wildcard-exposed-with-credentials"
    let severity = Severity.hazard
    let summary = "* in expose_headers with credentials"
    let why =
        "For credentialed fetches browsers read a literal * as a header of that name; a server must "
        + "name what it exposes."
    let section = SpecSection.httpResponses
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_credentials": true, "expose_headers": ["*"]}"#
    let good =
        #"{"allow_origins": ["https://app.example.com"], "allow_credentials": true, "expose_headers": ["X-Api-Key"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard subject.hasCredentials, let entry = subject.draft.exposeHeaders?.first,
            subject.draft.exposeHeaders?.count == 1,
            entry.text == "*"
        else { return [] }
        return [
            finding(
                "[\"*\"] in \"expose_headers\" with credentials: a literal * then exposes the header \"*\" and no other",
                at: entry.position, fix: "name the headers")
        ]
    }
}
