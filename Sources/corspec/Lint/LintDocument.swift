import CORSPolicy
import CORSVocabulary
import StrictJSON

/// What lint found, as JSON.
enum LintDocument {
    /// Returns the document.
    static func render(_ policies: [LintedPolicy]) -> String {
        let findings = policies.flatMap(\.findings)
        let counts = Severity.allCases.reversed().map { severity in
            (severity.rawValue, JSONOutput.integer(findings.count { $0.severity == severity }))
        }
        return JSONWriter.document(
            .object([
                ("corspec", .string(CorspecCommand.version)), ("lint_format", .integer(1)),
                ("summary", .object([("policies", .integer(policies.count))] + counts)),
                ("policies", .array(policies.map(policy))),
            ]))
    }

    private static func policy(_ policy: LintedPolicy) -> JSONOutput {
        .object([
            ("name", .string(policy.name)), ("file", string(policy.file)),
            ("error", string(policy.failure?.description)),
            ("findings", .array(policy.findings.map(finding))),
        ])
    }

    private static func finding(_ finding: LintFinding) -> JSONOutput {
        var members: [(String, JSONOutput)] = [
            ("code", .string(finding.code)), ("severity", .string(finding.severity.rawValue)),
            ("line", finding.position.map { .integer($0.line) } ?? .null),
            ("column", finding.position.map { .integer($0.column) } ?? .null),
            ("environments", .array(finding.environments.map { .string($0) })), ("message", .string(finding.message)),
            ("witness", string(finding.witness)), ("fix", string(finding.fix)), ("why", .string(finding.why)),
            ("section", .string(finding.section.anchor)),
        ]
        if !finding.growth.isEmpty {
            let growth = finding.growth.map { measure in
                JSONOutput.object([
                    ("length", .integer(measure.length)),
                    ("ms", measure.milliseconds.map { .integer($0) } ?? .null),
                ])
            }
            members.append(("growth", .array(growth)))
        }
        return .object(members)
    }

    private static func string(_ text: String?) -> JSONOutput { text.map { .string($0) } ?? .null }
}
