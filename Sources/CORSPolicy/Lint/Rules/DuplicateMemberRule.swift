import CORSVocabulary
import StrictJSON

/// A member that stands twice.
struct DuplicateMemberRule: LintRule {
    let code = "duplicate-member"
    let severity = Severity.broken
    let summary = "a member that stands twice"
    let why =
        "Programs differ in which of the two they take."
    let section = SpecSection.corsProtocol
    let bad = #"{"allow_origins": ["https://app.example.com"], "allow_origins": ["https://b.example.com"]}"#
    let good = #"{"allow_origins": ["https://app.example.com", "https://b.example.com"]}"#

    func check(_ subject: LintSubject) -> [LintFinding] {
        subject.form.filter { $0.kind == .duplicateMember }.map { finding($0.message, at: $0.position) }
    }
}
