import CORSVocabulary
import StrictJSON

/// A member that a policy does not have.
struct UnknownMemberRule: LintRule {
    let code = "unknown-member"
    let severity = Severity.broken
    let summary = "a member that a policy does not have"
    let why =
        "What it says has no effect, so the policy is not what it seems to be."
    let section = SpecSection.corsProtocol
    let bad = #"{"allow_origin": ["https://app.example.com"]}"#
    let good = #"{"allow_origins": ["https://app.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        subject.form.filter { $0.kind == .unknownMember }.map { finding($0.message, at: $0.position) }
    }
}
