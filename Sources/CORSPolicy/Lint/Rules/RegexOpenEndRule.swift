import CORSVocabulary

/// A host that goes on after its end.
struct RegexOpenEndRule: LintRule {
    let code = "regex-open-end"
    let severity = Severity.unsafe
    let summary = "a host that goes on after its end in a pattern"
    let why =
        "Whoever registers a longer name that begins alike is granted."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://app\\.example\\.com.*"}"#
    let good = #"{"allow_origin_regex": "https://app\\.example\\.com(:[0-9]+)?"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern else { return [] }
        return pattern.faults(.openEnd).map { fault in
            finding(
                "the host may go on after \"\(fault.subject)\"",
                at: pattern.position, fix: "end the pattern there, or with (:[0-9]+)? if any port is meant",
                witness: fault.witness)
        }
    }
}
