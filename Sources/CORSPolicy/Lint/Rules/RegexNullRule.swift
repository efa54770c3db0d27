import CORSVocabulary

/// A pattern that null matches.
struct RegexNullRule: LintRule {
    let code = "regex-null"
    let severity = Severity.unsafe
    let summary = "a pattern that null matches"
    let why =
        "null is the origin of every sandboxed frame, data: page and local file: any site can make a "
        + "page that has it. corspec neither asks a server to grant it nor to refuse it."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "null|https://app\\.example\\.com", "allow_credentials": true}"#
    let good =
        #"{"allow_origin_regex": "https://app\\.example\\.com|https://b\\.example\\.com", "allow_credentials": true}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern, pattern.faults(.anyOrigin).isEmpty,
            let usable = pattern.usable, (try? usable.matches(.null)) == true
        else { return [] }
        return [
            finding(
                "the pattern \(LintText.quoted(pattern.text)) matches \"null\", the origin that every site can take",
                at: pattern.position, severity: subject.hasCredentials ? .unsafe : .hazard,
                fix: "begin the pattern with https://", witness: "null")
        ]
    }
}
