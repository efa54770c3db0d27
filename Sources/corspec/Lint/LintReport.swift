import CORSPolicy
import CORSReports
import CORSVocabulary
import StrictJSON

/// What lint found, as text for a person.
struct LintReport {
    /// The policies.
    let policies: [LintedPolicy]
    /// How text looks.
    let colors: ColorChoice

    /// The whole text, without the last line break.
    var text: String {
        let findings = policies.flatMap { policy in policy.findings.map { lines($0, of: policy) } }
        return (findings + [[Self.summary(policies)]]).map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private func lines(_ finding: LintFinding, of policy: LintedPolicy) -> [String] {
        let severity = colors.paint.severity(finding.severity, finding.severity.rawValue)
        let head = "\(Self.place(finding, of: policy)): \(severity): \(colors.paint.bold(finding.code))"
        func labelled(_ label: String, _ text: String?) -> [String] {
            text.map { Labelled.lines("  \(label)", $0, width: colors.width) } ?? []
        }
        return [head] + labelled("", finding.message) + labelled("witness", finding.witness)
            + labelled("growth", Self.growth(finding)) + labelled("why", finding.why) + labelled("fix", finding.fix)
            + labelled("section", finding.section.url)
    }

    private static func growth(_ finding: LintFinding) -> String? {
        guard !finding.growth.isEmpty else { return nil }
        let parts = finding.growth.map { measure in
            "\(measure.length) bytes " + (measure.milliseconds.map { "\($0) ms" } ?? "over 250 ms")
        }
        return parts.joined(separator: ", ")
    }

    /// The place of a finding, as compilers write it.
    private static func place(_ finding: LintFinding, of policy: LintedPolicy) -> String {
        let file = Visible.text(policy.isBundled ? policy.name : policy.file ?? "the policy's options")
        let position = finding.position.map { ":\($0.line):\($0.column)" } ?? ""
        return file + position
            + (finding.environments.isEmpty ? "" : " (\(Visible.text(finding.environments.joined(separator: ", "))))")
    }

    /// A finding on one line.
    static func line(_ finding: LintFinding, of policy: LintedPolicy) -> String {
        let witness = finding.witness.map { "; witness: \($0)" } ?? ""
        return "\(place(finding, of: policy)): \(finding.severity.rawValue): "
            + Visible.text(finding.message + witness) + " [\(finding.code)]"
    }

    /// How many findings there are, by severity.
    private static func summary(_ policies: [LintedPolicy]) -> String {
        let findings = policies.flatMap(\.findings)
        let subject = Count.of(policies.count, "policy", plural: "policies")
        if findings.isEmpty { return "\(subject): nothing found" }
        let counts = Severity.allCases.reversed().compactMap { severity in
            let count = findings.count { $0.severity == severity }
            let isCounted = severity < .broken
            return count == 0 ? nil : isCounted ? Count.of(count, severity.rawValue) : "\(count) \(severity.rawValue)"
        }
        return "\(subject), \(Count.of(findings.count, "finding")): \(counts.joined(separator: ", "))"
    }
}
