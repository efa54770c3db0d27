import CORSVocabulary

/// An origin without its scheme.
struct OriginMissingSchemeRule: LintRule {
    let code = "origin-missing-scheme"
    let severity = Severity.broken
    let summary = "an origin without its scheme"
    let why =
        "Browsers send the scheme, and a host alone never equals it."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["app.example.com"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(subject, spelt: [.problem(.missingScheme)])
    }
}
