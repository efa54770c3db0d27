import CORSVocabulary

/// An upper-case letter in an origin.
struct OriginUpperCaseRule: LintRule {
    let code = "origin-upper-case"
    let severity = Severity.broken
    let summary = "an upper-case letter in an origin"
    let why =
        "Browsers send schemes and hosts in lower case, and origins are compared byte for byte."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://App.Example.com"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(subject, spelt: [.problem(.upperCase)])
    }
}
