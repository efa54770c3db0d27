import CORSVocabulary

/// An expectation that the policy does not meet.
struct ExpectationUnmetRule: LintRule {
    let code = "expectation-unmet"
    let severity = Severity.broken
    let summary = "a must_grant that is refused, or a must_refuse that is granted"
    let why =
        "The policy's author expects something else of it than it says."
    let section = SpecSection.corsCheck
    let bad = #"{"allow_origins": ["https://app.example.com"], "must_refuse": ["https://app.example.com"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "must_refuse": ["https://b.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        let refused = (subject.draft.mustGrant ?? []).filter { subject.grants($0.text) == false }.map { entry in
            finding("\(LintText.quoted(entry.text)) in \"must_grant\" is refused by the policy", at: entry.position)
        }
        let granted = (subject.draft.mustRefuse ?? []).filter { subject.grants($0.text) == true }.map { entry in
            finding("\(LintText.quoted(entry.text)) in \"must_refuse\" is granted by the policy", at: entry.position)
        }
        return refused + granted
    }
}
