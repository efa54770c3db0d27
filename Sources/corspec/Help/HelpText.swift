/// The pages of the manual.
enum HelpText {
    /// Every page by its name.
    static var pages: [(name: String, text: String)] {
        [
            ("run", run), ("list", list), ("export", export), ("judge", judge), ("explain", explain),
            ("lint", lint), ("emit", emit), ("adapter", adapter), ("help", overview), ("policy", policy), ("url", url),
            ("launch", launch),
            ("cannot", cannot), ("compare", compare), ("fixtures", fixtures), ("baseline", baseline),
            ("config", config),
            ("severities", severities), ("exit-codes", exitCodes),
        ]
    }

    /// The first page.
    static let overview = """
        corspec checks that a server's CORS behaviour is what its team means it to be,
        as a browser would judge it.

        Usage: corspec [COMMAND] [OPTIONS]

          run      run cases against a target (the default command)
          list     what there is: cases, policies, builtins, clauses, rules
          export   the literal cases for a policy, as JSON
          judge    exchanges as JSON lines in, what browsers do with them out
          explain  one case in prose; or why a browser blocks what curl shows
          lint     what is wrong or dangerous in a policy, before any server sees it
          emit     a policy as the configuration of nginx, FastAPI, Express, …
          adapter  the reference policy as an adapter, or a check of yours
          help     this page, or: corspec help COMMAND

        Topics: url, launch, cannot, compare, policy, fixtures, baseline, config,
        severities, exit-codes

        Try:
          corspec                                       the reference, all policies
          corspec --builtin faulty/reflects-any-origin  what a fault looks like
          corspec list builtins                         what else there is to try
          corspec explain < transcript.txt              what a browser makes of it
          corspec lint --policy my-policy.json          what is wrong in it
          corspec emit nginx --policy my-policy.json    its configuration
          corspec run --policy my-policy.json           your policy
          corspec run --url http://127.0.0.1:8000/items --policy my-policy.json
          corspec run --launch './my-server --port {port} --policy {policy}'
          corspec run --adapter 'python3 adapter.py'

        corspec --version prints the version.

        """

    /// The page of a command with its options.
    static func page(_ usage: String, _ text: String, _ options: [OptionSpec], _ end: String) -> String {
        "Usage: \(usage)\n\n\(text)\n\nOptions:\n\(OptionTable.text(options))\n\(end)"
    }

    private static var run: String {
        page(
            "corspec run [OPTIONS]",
            """
            Runs the bundled cases, or your own, against a target: each case is bound to
            every policy that it applies to, each bound case is a row. What is wrong is
            shown by cause, the worst first.
            """,
            RunOptions.all,
            """
            Standard output gets the report and nothing else; the plan, the progress and
            what is wrong with your files go to standard error. NO_COLOR is honoured.

            Examples:
              corspec run --builtin faulty/auth-before-cors
              corspec run --policy list --only 'origin/*'
              corspec run --only list:origin/near-miss@suffix --verbose
              corspec run --suite my-cases.json --report json=report.json
              corspec run --policy my-policy.json --dry-run
              corspec run --url https://api.example.com/items --policy my-policy.json
              corspec run --launch './my-server --port {port} --policy {policy}'
              corspec run --adapter 'python3 adapter.py' --cannot regex
              corspec run --failed report.json --report json=report.json
              corspec run --builtin reference --builtin faulty/vary-missing --differences
              corspec run --compare old=a.json --compare new=b.json --format markdown

            Severities: unsafe and broken fail the run, hazard does with --strict, note
            never does.
            Exit codes: 0 as it must be, 1 findings, 2 command line or files, 3 target,
            4 stale baseline, 130 interrupted.

            See also: corspec help url, launch, adapter, cannot, compare, policy,
            fixtures, baseline, config, severities, exit-codes

            """)
    }

    private static var list: String {
        page(
            "corspec list [cases|policies|builtins|clauses|rules]",
            """
            Lists what there is. Ids are as --only, --except, --policy and --builtin take
            them. "clauses" shows what the Fetch Standard says of CORS, clause by clause,
            with the cases that judge it or the reason why none does; "rules" what corspec
            lint looks for.
            """,
            ListCommand.options,
            """
            Examples:
              corspec list
              corspec list builtins
              corspec list builtins --matrix
              corspec list clauses --suite my-cases.json

            """)
    }

    private static var export: String {
        page(
            "corspec export --policy FILE|NAME [OPTIONS]",
            """
            Writes the cases for a policy in literal form: the very requests and what
            their answers must say, for test suites in other languages. The file is a
            fixture file itself: corspec run --suite FILE gives the same verdicts.
            """,
            ExportCommand.options,
            """
            Examples:
              corspec export --policy list --output list-cases.json
              corspec export --policy my-policy.json --suite bundled

            """)
    }

    private static let policy = """
        A policy file says what a team means, in the settings of FastAPI's
        CORSMiddleware. It is JSON; every member is optional:

          {
            "allow_origins": ["https://app.example.com"],
            "allow_origin_regex": "https://[a-z0-9-]+\\\\.example\\\\.com",
            "allow_methods": ["GET", "PUT"],
            "allow_headers": ["X-Api-Key"],
            "allow_credentials": true,
            "expose_headers": ["X-Total-Count"],
            "max_age": 600
          }

        allow_origins       origins as browsers send them, or exactly ["*"]
        allow_origin_regex  Swift regex, matched against the whole origin
        allow_methods       ["GET"] unless stated; ["*"] for any
        allow_headers       none unless stated; ["*"] for any a script may ask for
        allow_credentials   false unless stated
        expose_headers      none unless stated; ["*"] for all
        max_age             seconds; unless stated only its form is checked
        must_grant          origins that must be granted, tried as they are
        must_refuse         origins that must be refused, tried as they are

        retired             origins that must be refused, since they are given up
        environments        settings by environment, over those above

        A file may name environments. --environment NAME chooses one, whose settings
        take the place of the common ones; what the others grant, and what is
        retired, must be refused unless the chosen one grants it as well:

          "allow_methods": ["GET", "PUT"],
          "retired": ["https://old.example.com"],
          "environments": {
            "production": {"allow_origins": ["https://app.example.com"]},
            "development": {"allow_origins": ["http://localhost:5173"]}
          }

        Reports call the policy by the file and the environment: my-policy-production.

        "$schema", "comment" and "allow_private_network" are allowed. Any-origin
        together with allow_credentials is the trap: right is to refuse it.

        """

    private static let fixtures = """
        A fixture file holds cases. One for your own server carries its own policy and
        literal values:

          {
            "corspec": 1,
            "title": "Our API",
            "why": "The web shop and nobody else uses it.",
            "sections": ["concept-cors-check"],
            "policy": {"allow_origins": ["https://shop.example"]},
            "cases": [
              {
                "id": "api/shop-reads",
                "title": "The shop must be able to read",
                "fetch": {"origin": "https://shop.example"},
                "expect": {"outcome": "readable"}
              },
              {
                "id": "api/others-do-not",
                "title": "Another site must be refused",
                "fetch": {"origin": "https://evil.example"},
                "expect": {"outcome": "blocked"}
              }
            ]
          }

        A case is a "fetch" (what a page's script asks for: corspec sends the
        preflight if a browser would), a "request" (one exchange as written) or a
        "sequence" of these. Without "policy" a file's cases are bound to each policy,
        and may hold placeholders: {each-near-miss} makes a row for each value, and of
        two such each value of one is combined with the first of the other.
        Fixtures/schema holds the whole format.

        """

    private static let severities = """
        unsafe   a browser would let a page read or send what the policy refuses
        broken   a browser would block what the policy grants, or hide from scripts
                 what it exposes
        hazard   the granted fetch works, something beside it does not: a cache can
                 break it, scripts cannot read an error, only some engines allow it
        note     no browser reaches it, or it is untidy and harmless

        unsafe and broken fail the run; hazards do with --strict; notes are shown
        with --verbose and never fail.

        """

    private static let exitCodes = """
        0    everything that ran is as it must be (hazards aside, unless --strict)
        1    at least one finding that fails the run
        2    the command line, a policy, a fixture file, a baseline or a line of judge
             is wrong
        3    the target could not be reached, set up or understood, died, or a row
             ended in error
        4    the baseline is stale: a listed row passes, or an entry matches no row or
             has expired
        130  interrupted; what was finished is in the reports

        The first that applies in the order 2, 3, 1, 4.

        """
}
