import CORSVocabulary

/// A pattern in which case is ignored.
struct RegexIgnoresCaseRule: LintRule {
    let code = "regex-ignores-case"
    let severity = Severity.note
    let summary = "a pattern in which case is ignored"
    let why =
        "Browsers send origins in lower case: the flag grants nothing more, and hides what is meant."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "(?i)https://app\\.example\\.com"}"#
    let good = #"{"allow_origin_regex": "https://app\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern, pattern.analysis?.ignoresCase == true else { return [] }
        return [
            finding(
                "the pattern \(LintText.quoted(pattern.text)) ignores case, though origins are in lower case",
                at: pattern.position, fix: "leave (?i) out")
        ]
    }
}
