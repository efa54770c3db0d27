import CORSVocabulary

/// A slash at an origin's end.
struct OriginTrailingSlashRule: LintRule {
    let code = "origin-trailing-slash"
    let severity = Severity.broken
    let summary = "a slash at an origin's end"
    let why =
        "Browsers send an origin without it, and origins are compared byte for byte."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://app.example.com/"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(subject, spelt: [.problem(.trailingSlash)])
    }
}
