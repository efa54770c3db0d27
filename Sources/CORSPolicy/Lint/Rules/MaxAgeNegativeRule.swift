import CORSVocabulary
import StrictJSON

/// A negative time.
struct MaxAgeNegativeRule: LintRule {
    let code = "max-age-negative"
    let severity = Severity.broken
    let summary = "a negative max_age"
    let why =
        "Browsers take what is no number of digits for 5 seconds; 0 says that a preflight is not to "
        + "be remembered."
    let section = SpecSection.corsPreflightFetch
    let bad = #"{"allow_origins": ["https://app.example.com"], "max_age": -1}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "max_age": 0}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard case .number(let text) = subject.draft.maxAgeAsWritten?.value, text.hasPrefix("-") else { return [] }
        return [
            finding(
                "\"max_age\" is \(text), and a negative number has no meaning",
                at: subject.draft.maxAgeAsWritten?.position, fix: "write 0 if preflights are not to be remembered")
        ]
    }
}
