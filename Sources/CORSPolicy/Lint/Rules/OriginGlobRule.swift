import CORSVocabulary

/// A star within an entry.
struct OriginGlobRule: LintRule {
    let code = "origin-glob"
    let severity = Severity.broken
    let summary = "a * within an entry of allow_origins"
    let why =
        "Few servers know such patterns, and those that do differ in what * crosses; to most of them "
        + "it is a byte like any other."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://*.example.com"]}"#
    let good = #"{"allow_origin_regex": "https://[a-z0-9-]+\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(subject, spelt: [.glob])
    }
}
