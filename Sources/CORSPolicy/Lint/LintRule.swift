package import CORSVocabulary
import StrictJSON

/// Something that can be wrong or dangerous in a policy, told from the policy alone.
package protocol LintRule: Sendable {
    /// The rule's name, stable for ever: lower case with hyphens.
    var code: String { get }
    /// The severity of its worst finding.
    var severity: Severity { get }
    /// What it finds, in a few words.
    var summary: String { get }
    /// Why that matters.
    var why: String { get }
    /// The section of the Fetch Standard that decides.
    var section: SpecSection { get }
    /// A policy, as JSON, in which it finds something.
    var bad: String { get }
    /// The same policy put right.
    var good: String { get }
    /// Looks at a policy.
    func check(_ subject: LintSubject) -> [LintFinding]
}

extension LintRule {
    /// Makes a finding of this rule.
    func finding(
        _ message: String, at position: SourcePosition?, severity: Severity? = nil, fix: String? = nil,
        witness: String? = nil
    ) -> LintFinding {
        LintFinding(
            code: code, severity: severity ?? self.severity, message: message, position: position, witness: witness,
            fix: fix, why: why, section: section)
    }

    /// Makes a finding for every entry that is spelt in one of these ways.
    func findings(_ subject: LintSubject, spelt kinds: Set<OriginSpelling.Kind>) -> [LintFinding] {
        subject.misspellings.filter { kinds.contains($0.spelling.kind) }.map { entry in
            finding(
                "\(LintText.quoted(entry.text.text)) in \"\(entry.setting)\" can never match: \(entry.spelling.message)",
                at: entry.text.position, fix: entry.spelling.sent.map { "write \"\($0)\"" })
        }
    }
}
