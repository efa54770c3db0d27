import CORSVocabulary

/// A retired origin that is granted.
struct RetiredGrantedRule: LintRule {
    let code = "retired-granted"
    let severity = Severity.hazard
    let summary = "a retired origin that is granted"
    let why =
        "A host that is given up can be taken by somebody else, and is still granted."
    let section = SpecSection.corsCheck
    let bad =
        #"{"allow_origins": ["https://app.example.com", "https://old.example.com"], "retired": ["https://old.example.com"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"], "retired": ["https://old.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        subject.retired.filter { subject.grants($0.text) == true }.map { entry in
            finding(
                "\(LintText.quoted(entry.text)) is retired, and granted by the policy", at: entry.position,
                fix: "take it out of allow_origins, or make the pattern narrower", witness: entry.text)
        }
    }
}
