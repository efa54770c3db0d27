import CORSVocabulary

/// A file name's pattern in place of a regular expression.
struct RegexGlobRule: LintRule {
    let code = "regex-glob"
    let severity = Severity.broken
    let summary = "a file name's pattern in place of a regular expression"
    let why =
        "In a regular expression * repeats what stands before it: in ://* the slash, so no subdomain "
        + "matches."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://*\\.example\\.com"}"#
    let good = #"{"allow_origin_regex": "https://[a-z0-9-]+\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern, pattern.usable != nil,
            [#":\/\/*"#, "://*"].contains(where: pattern.text.contains)
        else { return [] }
        return [
            finding(
                "the * in the pattern \(LintText.quoted(pattern.text)) repeats the slash before it",
                at: pattern.position,
                fix: "write [a-z0-9-]+ for a label, or .* for any text")
        ]
    }
}
