import CORSVocabulary

/// A star for methods with credentials.
struct WildcardMethodsWithCredentialsRule: LintRule {
    let code = "wildcard-methods-with-credentials"
    let severity = Severity.hazard
    let summary = "* in allow_methods with credentials"
    let why =
        "For credentialed fetches browsers read a literal * as a method of that name; a server must "
        + "answer with the method that was asked for."
    let section = SpecSection.corsPreflightFetch
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_credentials": true, "allow_methods": ["*"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_credentials": true, "allow_methods": ["PUT"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard subject.hasCredentials, let entry = subject.draft.allowMethods?.first,
            subject.draft.allowMethods?.count == 1,
            entry.text == "*"
        else { return [] }
        return [
            finding(
                "[\"*\"] in \"allow_methods\" with credentials: a literal * then grants the method \"*\" and no other",
                at: entry.position, fix: "name the methods")
        ]
    }
}
