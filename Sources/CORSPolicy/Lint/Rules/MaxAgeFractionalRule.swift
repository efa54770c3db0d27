import CORSVocabulary
import StrictJSON

/// A time that is no whole number.
struct MaxAgeFractionalRule: LintRule {
    let code = "max-age-fractional"
    let severity = Severity.broken
    let summary = "a max_age that is no whole number"
    let why =
        "The field holds digits alone: browsers take anything else for 5 seconds."
    let section = SpecSection.httpNewHeaderSyntax
    let bad = #"{"allow_origins": ["https://app.example.com"], "max_age": 1.5}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "max_age": 2}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard case .number(let text) = subject.draft.maxAgeAsWritten?.value, !text.hasPrefix("-"),
            text.contains(where: { !$0.isNumber })
        else { return [] }
        return [
            finding(
                "\"max_age\" is \(text), which is no whole number of seconds",
                at: subject.draft.maxAgeAsWritten?.position, fix: "write a whole number of seconds")
        ]
    }
}
