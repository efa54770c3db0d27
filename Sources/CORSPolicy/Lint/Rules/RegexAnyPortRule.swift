import CORSVocabulary

/// A pattern that grants any port.
struct RegexAnyPortRule: LintRule {
    let code = "regex-any-port"
    let severity = Severity.note
    let summary = "a pattern that grants any port of a host"
    let why =
        "Every service on that host, whoever runs it there, is then granted."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://app\\.example\\.com(:[0-9]+)?"}"#
    let good = #"{"allow_origin_regex": "https://app\\.example\\.com(:8443)?"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern, let origin = pattern.analysis?.anyPort else { return [] }
        return [
            finding(
                "the pattern \(LintText.quoted(pattern.text)) grants any port", at: pattern.position,
                fix: "name the ports", witness: origin)
        ]
    }
}
