extension HelpText {
    /// The page of servers that are running.
    static let url = """
        corspec run --url URL tests a server that is running. URL is a route that
        answers 2xx without credentials; the policy says what the team means:

          corspec run --url https://api.example.com/items --policy my-policy.json

        For a first try the policy may stand on the command line; what is not stated
        is not judged:

          corspec run --url http://127.0.0.1:8000/items \\
            --allow-origin https://app.example.com --allow-credentials

        Routes. Cases ask four kinds of routes; without a route its cases are skipped.

          open       the path of URL
          missing    made up beside it
          protected  answers 401 without credentials
          failing    answers 500

          --route 'protected=/me GET' --route failing=/boom
          --auth 'Authorization: env:TOKEN'   makes the protected route answer 200

        A server may be somebody's live one. It is sent GET, HEAD and OPTIONS and
        nothing else, unless --allow-writes is given; what is not sent is judged by
        its preflight alone. Rows that need the same request share one exchange; only
        the steps of a sequence are sent anew. Each request has an address of its own,
        a sequence one for all its steps, by a query parameter (corspec=…), so that
        nothing is cached under an address that users ask for; --no-cache-bust leaves
        it out. --rate 10 sends ten requests a second. Other hosts are never
        contacted, redirects to them included.

        The values of --auth, --header and --preflight-header may be @FILE or
        env:NAME; no report shows them.

        If the server cannot be judged, the run ends with exit code 3 and says why:
        nothing listens, the host is unknown, the certificate is not trusted, what
        came back is not HTTP, the open route does not answer 2xx.

        """
}
