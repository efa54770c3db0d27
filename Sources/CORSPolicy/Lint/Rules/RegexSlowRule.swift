import CORSVocabulary

/// A pattern that takes for ever on some inputs.
struct RegexSlowRule: LintRule {
    let code = "regex-slow"
    let severity = Severity.broken
    let summary = "a pattern that takes for ever on some inputs"
    let why =
        "Anybody can send such an Origin field, and each of them keeps a processor busy: a denial of "
        + "service."
    let section = SpecSection.originHeader
    let bad = #"{"allow_origin_regex": "https://([a-z]+)+\\.example\\.com"}"#
    let good = #"{"allow_origin_regex": "https://[a-z]+\\.example\\.com"}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard let pattern = subject.pattern else { return [] }
        switch pattern.state {
        case .slow(let input, _):
            var slow = finding(
                "the pattern \(LintText.quoted(pattern.text)) backtracks without bounds: a match did not end within "
                    + "250 ms on \(Self.words(input))",
                at: pattern.position, fix: Self.fix, witness: input.text)
            slow.growth = input.growth.map { .init(length: $0.length, milliseconds: $0.milliseconds) }
            return [slow]
        case .slowWithout(let origin):
            return [
                finding(
                    "the pattern \(LintText.quoted(pattern.text)) backtracks without bounds: a match did not end "
                        + "within 250 ms",
                    at: pattern.position, fix: Self.fix, witness: origin)
            ]
        default: return []
        }
    }

    private static let fix = "repeat one thing once: [a-z]+ in place of ([a-z]+)+, and no two stars side by side"

    /// Describes an input without its whole length.
    private static func words(_ input: SlowInput) -> String {
        "\"\(input.before)\", \(input.count) times \"\(input.repeatedPart)\", and \"\(input.after)\""
    }
}
