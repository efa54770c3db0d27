import CORSVocabulary

/// A path, a query or a fragment.
struct OriginPathRule: LintRule {
    let code = "origin-path"
    let severity = Severity.broken
    let summary = "a path, a query or a fragment"
    let why =
        "An origin is a scheme, a host and a port; a grant for one path does not exist."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://app.example.com/shop"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(subject, spelt: [.problem(.path)])
    }
}
