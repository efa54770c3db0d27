import CORSVocabulary
import StrictJSON

/// Environments that are named wrongly, or not at all.
struct EnvironmentFormRule: LintRule {
    let code = "environment-form"
    let severity = Severity.broken
    let summary = "environments that are named wrongly, or not at all"
    let why =
        "An environment is chosen by its name, on the command line and in reports."
    let section = SpecSection.corsProtocol
    let bad = #"{"environments": {"my env": {"allow_origins": ["https://app.example.com"]}}}"#
    let good = #"{"environments": {"my-env": {"allow_origins": ["https://app.example.com"]}}}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        subject.form.filter { $0.kind == .other }.map { finding($0.message, at: $0.position) }
    }
}
