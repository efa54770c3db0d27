import CORSVocabulary

/// A host that is not in its ASCII form.
struct OriginNotASCIIRule: LintRule {
    let code = "origin-not-ascii"
    let severity = Severity.broken
    let summary = "a host that is not in its xn-- form"
    let why =
        "Browsers send an international host in its ASCII form; a space or a control character they "
        + "never send."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://caf\u00e9.example"]}"#
    let good = #"{"allow_origins": ["https://xn--caf-dma.example"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        findings(subject, spelt: [.problem(.notASCII)])
    }
}
