import CORSVocabulary

/// A pattern that matches hosts of other owners.
struct RegexForeignHostRule: LintRule {
    let code = "regex-foreign-host"
    let severity = Severity.unsafe
    let summary = "a pattern that matches hosts of other owners"
    let why =
        "A pattern that leaves the domain open grants sites of anybody."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://app\\.example\\.com|https://[a-z]+"}"#
    let good = #"{"allow_origin_regex": "https://app\\.example\\.com|https://[a-z]+\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern else { return [] }
        return pattern.faults(.foreignHost).map { fault in
            finding(
                "the pattern \(LintText.quoted(pattern.text)) matches hosts of other owners",
                at: pattern.position,
                fix: "name the domain in every alternative, and close groups: https://(a|b)\\.example\\.com",
                witness: fault.witness)
        }
    }
}
