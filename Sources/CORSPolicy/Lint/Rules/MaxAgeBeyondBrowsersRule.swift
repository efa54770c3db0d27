import CORSVocabulary
import StrictJSON

/// A time beyond what browsers honour.
struct MaxAgeBeyondBrowsersRule: LintRule {
    let code = "max-age-beyond-browsers"
    let severity = Severity.note
    let summary = "a max_age beyond what browsers honour"
    let why =
        "Chromium remembers a preflight for 7200 seconds at most, Firefox for 86400, Safari for 600."
    let section = SpecSection.corsPreflightCache
    let bad = #"{"allow_origins": ["https://app.example.com"], "max_age": 604800}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "max_age": 7200}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        guard case .number(let text) = subject.draft.maxAgeAsWritten?.value, text.allSatisfy(\.isNumber) else {
            return []
        }
        let position = subject.draft.maxAgeAsWritten?.position
        guard let seconds = Int(text), seconds <= 2_147_483_648 else {
            return [
                finding(
                    "\"max_age\" is \(LintText.quoted(text)), more than an HTTP field can say", at: position,
                    severity: .broken, fix: "write 7200")
            ]
        }
        guard seconds > 7200 else { return [] }
        return [
            finding(
                "\"max_age\" is \(seconds), and "
                    + (seconds > 86_400 ? "no browser remembers a preflight so long" : "only Firefox keeps it so long"),
                at: position, fix: "write 7200, or leave it: browsers cut it themselves")
        ]
    }
}
