import CORSVocabulary

/// A dot that any character matches.
struct RegexUnescapedDotRule: LintRule {
    let code = "regex-unescaped-dot"
    let severity = Severity.unsafe
    let summary = "a dot in a pattern that any character matches"
    let why =
        "In a pattern . stands for any character: whoever registers the name that it lets through is "
        + "granted."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://app.example\\.com"}"#
    let good = #"{"allow_origin_regex": "https://app\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern else { return [] }
        return pattern.faults(.looseDot).map { fault in
            finding(
                "the dot after \(LintText.quoted(fault.subject)) is not escaped, and matches any character"
                    + (fault.witness == nil ? ", though no other owner gains by it" : ""),
                at: pattern.position, severity: fault.witness == nil ? .note : .unsafe,
                fix: "write \\\\. in JSON, which is \\. in the pattern",
                witness: fault.witness)
        }
    }
}
