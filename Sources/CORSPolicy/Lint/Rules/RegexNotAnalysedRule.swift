import CORSVocabulary

/// A pattern that lint cannot look into.
struct RegexNotAnalysedRule: LintRule {
    let code = "regex-not-analysed"
    let severity = Severity.note
    let summary = "a pattern that lint cannot look into"
    let why =
        "The other rules on patterns are silent about it."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://(app)\\.example\\.\\1"}"#
    let good = #"{"allow_origin_regex": "https://app\\.example\\.app"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern, let obstacle = pattern.analysis?.obstacle else { return [] }
        return [
            finding(
                "what the pattern \(LintText.quoted(pattern.text)) grants is not known: \(obstacle)",
                at: pattern.position, fix: "write it with groups, classes and repetitions alone")
        ]
    }
}
