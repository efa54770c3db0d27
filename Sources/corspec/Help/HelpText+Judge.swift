import FetchModel

// MARK: - The judge

extension HelpText {
    /// The page of `judge`.
    static var judge: String {
        """
        Usage: corspec judge < EXCHANGES

        Reads exchanges from standard input, JSON, one a line, and writes what a
        browser does with each, a line each, in the same order. It needs no server and
        no policy.

          {"id": "1",
           "request": {"origin": "https://a.example", "url": "https://b.example/x",
                       "method": "PUT", "headers": [["X-A", "1"]],
                       "credentials": "omit", "redirect": "follow"},
           "preflight_response": {"status": 204, "headers": [["Allow", "PUT"]]},
           "response": {"status": 200, "headers": []},
           "redirects": [{"url": "…", "preflight_response": null, "response": {…}}]}

        (here over several lines, to be read). "request" needs "origin" and "url". An
        answer that is due must be there; "redirects" holds what the later addresses
        answer, in order. A header's value has one character a byte. Further members,
        such as notes, are passed over, and so are blank lines.

        The answer says:

          preflight          whether a preflight is sent, at any address
          preflight_request  the header lines of the first one
          outcome            readable, blocked or opaqueredirect
          reason             why it is blocked: one of the list below
          section            the section of the Fetch Standard that decides
          exposed            the header names that the script sees
          console            the line in Chromium's console
          console_firefox    the line in Firefox's console
          engines            shipped engines that are known to do otherwise

        The verdict is the standard's. Reasons:

        \(reasons)

        A line that cannot be judged is answered with "error"; a line may have 4 MiB.

        Exit codes: 0 whatever the verdicts, 2 if a line could not be judged.

        """
    }

    /// Every reason, two a line.
    private static var reasons: String {
        let names = Verdict.reasons
        return stride(from: 0, to: names.count, by: 2).map { start in
            guard start + 1 < names.count else { return "  \(names[start])" }
            let gap = String(repeating: " ", count: max(1, 40 - names[start].count))
            return "  \(names[start])\(gap)\(names[start + 1])"
        }.joined(separator: "\n")
    }
}
