import CORSVocabulary

/// A scheme's own port in an origin.
struct OriginDefaultPortRule: LintRule {
    let code = "origin-default-port"
    let severity = Severity.broken
    let summary = "a scheme's own port in an origin"
    let why =
        "Browsers leave 443 out after https, and 80 after http."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://app.example.com:443"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(subject, spelt: [.problem(.defaultPort)])
    }
}
