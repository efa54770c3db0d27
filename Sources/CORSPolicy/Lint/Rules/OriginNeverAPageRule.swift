import CORSVocabulary

/// A scheme whose pages never send it.
struct OriginNeverAPageRule: LintRule {
    let code = "origin-never-a-page"
    let severity = Severity.broken
    let summary = "a scheme whose pages never send it"
    let why =
        "Pages from files and data: URLs send null; ws: and wss: are what pages connect to, not what "
        + "they come from."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["wss://app.example.com"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(subject, spelt: [.neverAPage])
    }
}
