import CORSVocabulary

/// An alternative that no origin matches.
struct RegexDeadAlternativeRule: LintRule {
    let code = "regex-dead-alternative"
    let severity = Severity.broken
    let summary = "an alternative of a pattern that no origin matches"
    let why =
        "| divides the whole pattern unless a group holds it: what stands before it belongs to the "
        + "first alternative alone."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://a\\.example\\.com|b\\.example\\.com"}"#
    let good = #"{"allow_origin_regex": "https://(a|b)\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern, let analysis = pattern.analysis else { return [] }
        return analysis.deadAlternatives.map { number in
            finding(
                "alternative \(number) of the pattern \(LintText.quoted(pattern.text)) matches no origin that a browser "
                    + "sends",
                at: pattern.position, fix: "put the alternatives into a group: https://(a|b)\\.example\\.com")
        }
    }
}
