// MARK: - Explanations

extension HelpText {
    /// The page of `explain`.
    static var explain: String {
        page(
            "corspec explain [ID] [OPTIONS]",
            """
            With an id: one case in prose. What is sent, what must come back, what a
            browser does with a right and with a wrong answer, why the rule exists, and
            what usually causes such faults. ID is a case's, an alias, or a row's, as
            corspec list and the reports show them, maybe after POLICY:.

            Without an id: what a browser does with a fetch that somebody has tried, and
            why. It reads what curl -i or curl -v printed, from standard input or --file:
            one exchange, or a preflight and the actual request; the commands may stand
            before what they printed, and then tell what was asked. --har reads what a
            browser's developer tools export, and judges every cross-origin fetch in it.

            --origin, --credentials, --method, --header and --url say what the page does,
            and override what a transcript says; with --har, --url and --method pick
            entries. Passwords, tokens and cookies are shown as ***.
            """,
            ExplainCommand.options,
            """
            Examples:
              corspec explain origin/near-miss@suffix
              corspec explain order/preflight --policy my-policy.json
              curl -i https://api.example.com/me -H 'Origin: https://app.example.com' |
                corspec explain --origin https://app.example.com --credentials include
              corspec explain --file transcript.txt
              corspec explain --har shop.har

            Exit codes: 0 whatever the verdict, 2 for input that cannot be read.

            """)
    }
}
