extension HelpText {
    /// The page of comparisons.
    static let compare = """
        corspec run with several targets puts them side by side, a column each. --url,
        --launch, --adapter and --builtin may be repeated, in any mix:

          corspec run --builtin reference --builtin faulty/vary-missing
          corspec run --builtin reference --url http://127.0.0.1:8000/items \\
            --policy my-policy.json --differences
          corspec run --adapter 'python3 old.py' --adapter 'python3 new.py'

        The same server behind a proxy and without it, or an adapter in process and
        the same at a URL, shows what lies between them.

        --compare [NAME=]REPORT.json adds a column from the JSON report of an earlier
        run. Where there are reports alone, nothing is run:

          corspec run --compare A=a.json --compare B=b.json --format markdown

        The columns stand in the order given. Targets are run one after the other.
        An option that says something only to one kind of target, such as --timeout,
        is left out for the others; --url needs exactly one policy, as ever.

        A cell says ok, hazard, broken, unsafe or error; skipped or refused where the
        row was not run; absent where the column has no such row. Known failures of a
        baseline count as what they are. Two columns that both ran a row and say
        different things differ.

          text      the areas, each with its worst word and how many rows have it;
                    then the rows in which some column has a finding. Of exactly two
                    columns also what their answers say otherwise: status and header
                    lines, but for Date and others that always change; of those
                    that browsers do nothing by, only whether they are there
          markdown  targets by areas, then cases by targets
          json      every row: Fixtures/schema/comparison.schema.json

        --differences shows only the rows in which columns differ. --only and --except
        narrow reports as well.

        --baseline, --write-baseline, --failed, --fail-fast, --dry-run, the format
        junit and a configuration file with paths have no meaning in a comparison.

        The exit code is that of the worst column, in the order 2, 3, 1, 4; a column
        from a report counts by what its rows say.

        """
}
