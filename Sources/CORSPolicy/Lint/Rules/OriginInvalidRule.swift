import CORSVocabulary

/// An entry that is no origin.
struct OriginInvalidRule: LintRule {
    let code = "origin-invalid"
    let severity = Severity.broken
    let summary = "an entry that is no origin"
    let why =
        "An origin is a scheme, a host and, unless it is the scheme's own, a port."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://app.example.com:port"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(
            subject,
            spelt: [
                .problem(.empty), .problem(.missingHost), .problem(.badScheme), .problem(.badPort), .problem(.badHost),
                .problem(.innerWildcard),
            ])
    }
}
