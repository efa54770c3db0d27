import CORSVocabulary
import StrictJSON

/// A policy that grants no origin.
struct NoOriginsRule: LintRule {
    let code = "no-origins"
    let severity = Severity.note
    let summary = "a policy that grants no origin"
    let why =
        "Every cross-origin page is refused; a server needs no CORS layer for that."
    let section = SpecSection.corsProtocol
    let bad = #"{"allow_origins": []}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        let hasOther = subject.pattern != nil || !subject.origins.isEmpty
        let isSpoilt = !subject.form.isEmpty && subject.draft.allowOrigins == nil
        return hasOther || isSpoilt ? [] : [finding("the policy grants no origin at all", at: nil)]
    }
}
