import CORSVocabulary
import StrictJSON

/// A value of another type than is needed.
struct WrongTypeRule: LintRule {
    let code = "wrong-type"
    let severity = Severity.broken
    let summary = "a value of another type than is needed"
    let why =
        "A server may refuse the value, or take it for something else: Python reads \"false\" as "
        + "true."
    let section = SpecSection.corsProtocol
    let bad = #"{"allow_credentials": "false"}"#
    let good = #"{"allow_credentials": false, "allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        subject.form.filter { $0.kind == .wrongType && !isNumberOfMaxAge($0, subject) }
            .map { finding($0.message, at: $0.position) }
    }

    /// Another rule tells of a max_age that is a number, but no whole one.
    private func isNumberOfMaxAge(_ diagnostic: Diagnostic, _ subject: LintSubject) -> Bool {
        guard let node = subject.draft.maxAgeAsWritten, node.position == diagnostic.position else { return false }
        if case .number = node.value { return true }
        return false
    }
}
