extension HelpText {
    /// The page of known failures.
    static let baseline = """
        A baseline lists failures that are known, so that a run fails on new ones:

          corspec run --url URL --policy FILE --write-baseline cors-baseline.json
          corspec run --url URL --policy FILE --baseline cors-baseline.json

        The first command writes what fails today and exits with 0; called again, it
        renews the file: entries that fail still stay as they are, those that pass
        go, new ones come at the end. The second runs every row, the listed ones too:

                      the row passes           the row fails
          listed      stale: delete the entry  known: does not fail the run
          not listed  passed                   failed

        A file is JSON:

          {
            "corspec_baseline": 1,
            "entries": [
              {"id": "order/preflight@app.example.com", "policy": "my-policy",
               "severity": "broken", "reason": "The gateway asks for the token first.",
               "issue": "https://issues.example/42", "expires": "2027-01-31"}
            ]
          }

        id, policy   the row, as every report writes it: POLICY:ID
        severity     unsafe, broken or hazard; covers it and what is less
        reason       why it is known
        issue        where it is being worked on
        expires      the last day, by UTC, on which the entry counts
        accept_risk  true, or the run does not begin, where severity is unsafe
        comment      for readers

        Stale is an entry whose row passes, or is no row at all, or whose last day is
        over: the run says which line to delete, and ends with exit code 4 unless
        something else fails it. Entries of rows that are not selected, and of other
        policies, are left alone.

        """
}
