import CORSVocabulary

/// A pattern that does not compile.
struct RegexInvalidRule: LintRule {
    let code = "regex-invalid"
    let severity = Severity.broken
    let summary = "a pattern that does not compile"
    let why =
        "No origin can be matched with it; servers end at start, or refuse everyone."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://("}"#
    let good = #"{"allow_origin_regex": "https://app\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern else { return [] }
        switch pattern.state {
        case .empty:
            return [
                finding("the pattern is empty and matches no origin", at: pattern.position, fix: "leave it out")
            ]
        case .tooLong:
            let limit = OriginPattern.maximumSourceLength
            return [finding("the pattern is longer than \(limit) bytes", at: pattern.position)]
        case .invalid(let words): return [finding(words, at: pattern.position)]
        default: return []
        }
    }
}
