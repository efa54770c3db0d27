import CORSVocabulary

/// An IP address that browsers write otherwise.
struct OriginOddAddressRule: LintRule {
    let code = "origin-odd-address"
    let severity = Severity.broken
    let summary = "an IP address that browsers write otherwise"
    let why =
        "Browsers turn 127.1, 0x7f.1 and [0:0::1] into one form before they send it."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["http://127.1:3000"]}"#
    let good = #"{"allow_origins": ["http://127.0.0.1:3000", "http://localhost:3000"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(subject, spelt: [.oddAddress])
    }
}
