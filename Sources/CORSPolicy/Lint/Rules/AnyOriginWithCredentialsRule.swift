import CORSVocabulary

/// Any origin, by the list, together with credentials.
struct AnyOriginWithCredentialsRule: LintRule {
    let code = "any-origin-with-credentials"
    let severity = Severity.unsafe
    let summary = "[\"*\"] together with credentials"
    let why =
        "Every site that a user visits could read answers that are made for that user. Browsers block "
        + "the literal *, so servers that want it to work echo the request's origin, and that is the hole."
    let section = SpecSection.corsProtocolAndCredentials
    let bad = #"{"allow_origins": ["*"], "allow_credentials": true}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "allow_credentials": true}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard subject.hasCredentials, subject.isWildcard, let entry = subject.origins.first else { return [] }
        return [
            finding(
                "any origin is granted, together with credentials", at: entry.position,
                fix: "list the origins that need credentials, or set allow_credentials to false",
                witness: "https://corspec-a.example")
        ]
    }
}
