import CORSVocabulary

/// A pattern that no origin matches.
struct RegexMatchesNothingRule: LintRule {
    let code = "regex-matches-nothing"
    let severity = Severity.broken
    let summary = "a pattern that no origin matches"
    let why =
        "A pattern is matched with the whole origin: scheme, host, port, in lower case, without a "
        + "slash at its end."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "app\\.example\\.com"}"#
    let good = #"{"allow_origin_regex": "https://app\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern, pattern.analysis?.matchesNothing == true else { return [] }
        return [
            finding(
                "the pattern \(LintText.quoted(pattern.text)) matches no origin that a browser sends",
                at: pattern.position, fix: "match the whole origin: https://app\\.example\\.com")
        ]
    }
}
