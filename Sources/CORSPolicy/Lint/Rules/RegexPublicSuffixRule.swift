import CORSVocabulary

/// A pattern over a public suffix.
struct RegexPublicSuffixRule: LintRule {
    let code = "regex-public-suffix"
    let severity = Severity.unsafe
    let summary = "a pattern over a public suffix"
    let why =
        "Anybody can get a name there, from a registry or by an account on the platform."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://.*\\.github\\.io"}"#
    let good = #"{"allow_origin_regex": "https://example\\.github\\.io"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern else { return [] }
        return pattern.faults(.publicSuffix).map { fault in
            finding(
                "the name below \"\(fault.subject)\" is open, and anybody can get one there",
                at: pattern.position, fix: "write the whole names of your own sites",
                witness: fault.witness)
        }
    }
}
