import CORSPolicy
import CORSVocabulary

// MARK: - Lint

extension HelpText {
    /// The page of `lint`.
    static var lint: String {
        page(
            "corspec lint --policy FILE|NAME [OPTIONS]",
            """
            Says what is wrong or dangerous in a policy before any server sees it:
            everything at once, in the order of the file, with line and column. It sends
            nothing and needs no server. Each environment of a file is looked at.

            What is found in a pattern comes with a witness: the shortest origin, and of
            equally short ones the first by its bytes, that a browser can send, that the
            pattern matches, and that belongs to nobody whom the pattern names. Whom it
            names is read from its literal parts, from allow_origins and from must_grant.
            A pattern that is too slow comes with the input that shows it.

            The file is read leniently: what corspec run would refuse, such as an unknown
            member, is a finding among the others. corspec run prints what is a hazard or
            worse first, on standard error, for a policy of yours; with --verbose notes as
            well. It never changes the exit code of run.
            """,
            LintCommand.options,
            """
            Rules (corspec list rules says what each finds):

            \(rules)

            Severities: corspec help severities. A rule's is that of its worst finding.
            Exit codes: 0 nothing that is unsafe or broken (nor a hazard, with --strict),
            1 something is, 2 a policy that cannot be read, or the command line is wrong.

            Examples:
              corspec lint --policy my-policy.json
              corspec lint --policy my-policy.json --format json
              corspec lint --allow-origin-regex 'https://.*example\\.com'
              corspec lint --policy list --policy trap

            """)
    }

    /// Every rule with its severity, two a line where they fit.
    private static var rules: String {
        let width = Lint.rules.map(\.code.count).max() ?? 0
        return Lint.rules.map { rule in
            "  \(rule.code)\(String(repeating: " ", count: width - rule.code.count))  \(rule.severity.rawValue)"
        }.joined(separator: "\n")
    }
}
