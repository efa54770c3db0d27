import CORSVocabulary

/// A pattern that adds nothing to the list.
struct RegexCoveredRule: LintRule {
    let code = "regex-covered"
    let severity = Severity.note
    let summary = "a pattern that adds nothing to the list"
    let why =
        "Two places say the same, and one of them will be forgotten."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_origin_regex": "https://app\\.example\\.com"}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern, let analysis = pattern.analysis, !analysis.matchesNothing,
            subject.isWildcard || analysis.isCoveredByList
        else { return [] }
        return [
            finding(
                "the list already grants all that the pattern \(LintText.quoted(pattern.text)) matches",
                at: pattern.position, fix: "leave the pattern out")
        ]
    }
}
