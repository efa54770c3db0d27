package import CORSPolicy
import CORSVocabulary
package import StrictJSON

/// Writes the literal cases of a policy, in the fixture format, for corspec and for other languages' test suites.
package enum Exporter {
    /// Binds a suite to a policy and writes what comes of it.
    ///
    /// - Parameters:
    ///   - suite: The cases; files with a policy of their own are left out.
    ///   - policy: The policy.
    ///   - origin: The target's own origin.
    /// - Returns: One fixture file with the policy and every row that can be run.
    /// - Throws: `OriginPattern.Failure` if the policy's pattern cannot be used.
    package static func document(
        _ suite: Suite, policy: NamedPolicy, origin: String
    ) throws(OriginPattern.Failure) -> JSONOutput {
        let meaning = try PolicyMeaning(policy.policy)
        let binder = Binder(meaning: meaning, targetOrigin: origin)
        let steps = StepExporter(meaning: meaning, builder: FetchBuilder(origin: origin))
        var rows: [JSONOutput] = []
        for file in suite.files where file.policy == nil {
            for fixture in file.cases {
                for row in binder.bind(CaseTemplate(fixture), of: file) where row.skipReason == nil {
                    rows.append(CaseWriter.output(row.fixture, steps: steps.steps(of: row.fixture)))
                }
            }
        }
        let sections = SpecSection.all.filter { section in suite.files.contains { $0.sections.contains(section) } }
        return .object([
            ("$schema", .string("fixture.schema.json")),
            ("corspec", .integer(1)),
            ("title", .string("Literal cases for the policy \(policy.name)")),
            ("why", .string("What a browser must do with a server that means this policy.")),
            ("sections", .array(sections.map { .string($0.anchor) })),
            ("policy", PolicyWriter.output(policy)),
            ("cases", .array(rows)),
        ])
    }
}
