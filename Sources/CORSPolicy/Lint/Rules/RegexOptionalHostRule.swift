import CORSVocabulary

/// An optional part that opens the host.
struct RegexOptionalHostRule: LintRule {
    let code = "regex-optional-host"
    let severity = Severity.unsafe
    let summary = "an optional part of a pattern that opens the host"
    let why =
        "Without that part the rest of the pattern is a name that anybody can register."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://[a-z]+(\\.example)?\\.com"}"#
    let good = #"{"allow_origin_regex": "https://[a-z]+\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern else { return [] }
        return pattern.faults(.optionalPart).map { fault in
            finding(
                "without the optional part \(LintText.quoted(fault.subject)) the host is anybody's",
                at: pattern.position, fix: "make the part required",
                witness: fault.witness)
        }
    }
}
