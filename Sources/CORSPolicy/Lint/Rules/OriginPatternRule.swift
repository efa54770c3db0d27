import CORSVocabulary

/// A regular expression in the list.
struct OriginPatternRule: LintRule {
    let code = "origin-is-regex"
    let severity = Severity.broken
    let summary = "a regular expression in allow_origins"
    let why =
        "Entries of the list are compared byte for byte: it matches nothing. A pattern belongs into "
        + "allow_origin_regex."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://.*\\.example\\.com"]}"#
    let good = #"{"allow_origin_regex": "https://[a-z0-9-]+\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(subject, spelt: [.pattern])
    }
}
