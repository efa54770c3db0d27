import CORSVocabulary

/// A user's name in an origin.
struct OriginUserInformationRule: LintRule {
    let code = "origin-user-information"
    let severity = Severity.broken
    let summary = "a user's name in an origin"
    let why =
        "Browsers leave it out of an origin."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://user@app.example.com"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(subject, spelt: [.problem(.userInformation)])
    }
}
