// MARK: - Adapters

extension HelpText {
    /// The page of `adapter`.
    static var adapter: String {
        page(
            "corspec adapter [--builtin NAME] | corspec adapter --check 'CMD'",
            adapterProtocol, AdapterCommand.options,
            """
            With neither, corspec is an adapter itself: the reference policy, speaking this
            protocol, as an oracle for other harnesses. --check ends with 0 if all is
            right, 1 if not, 3 if the program could not be started.

            Examples:
              corspec run --adapter 'python3 adapter.py'
              corspec adapter --check 'python3 adapter.py'
              corspec adapter --builtin faulty/reflects-any-origin < lines.jsonl

            """)
    }

    private static let adapterProtocol = """
        An adapter is a program, in any language, that lets corspec ask a CORS
        implementation without a network. It reads lines from standard input and
        answers each with one line on standard output: JSON, one object a line, UTF-8.

          → {"corspec": 1}
          ← {"name": "my-cors", "version": "1.0"}
          → {"policy": {"allow_origins": ["https://app.example.com"]}}
          ← {"ready": true}
          → {"request": {"method": "GET", "path": "/open",
                         "headers": [["Origin", "https://app.example.com"]]}}
          ← {"response": {"status": 200, "headers": [["Vary", "Origin"]]}}

        (the request over two lines, to be read).

        - The first answer may also have "homepage", "issues", and "cannot": a list of
          what cannot be expressed (corspec help cannot).
        - A policy line means: serve this from now on, with no state from before. What
          it does not state has FastAPI's default. {"rejected": "why"} refuses it.
        - A header's value has one character a byte. Each line is a pair of its own.
        - {"error": "why"} is an answer to anything.
        - Members that are not known are passed over. The end of input is the end.
        - Anything else goes to standard error; its last lines are shown on a failure.

        The routes: /open answers any method with 200 and carries every header that the
        policy exposes (for ["*"] X-Corspec-One and X-Corspec-Two), /protected 200 with
        "Authorization: Bearer good" or "Cookie: session=good" and else 401, /failing
        500, anything else 404; --route and --auth of run say otherwise.

        Several programs run at once, up to --jobs. Twelve lines to begin with:

          import json, sys
          for line in sys.stdin:
            said, reply = json.loads(line), {"name": "my-cors", "version": "1"}
            if "policy" in said:
              listed, reply = said["policy"].get("allow_origins"), {"ready": True}
            if "request" in said:
              path = said["request"]["path"].split("?")[0]
              status = {"/open": 200, "/protected": 401}.get(path, 404)
              sent = [v for n, v in said["request"]["headers"] if n == "Origin"]
              lines = [["Access-Control-Allow-Origin", v] for v in sent if v in listed]
              reply = {"response": {"status": status, "headers": lines}}
            print(json.dumps(reply), flush=True)
        """

    /// The page of what cannot be expressed.
    static let cannot = """
        An implementation may be right and yet unable to say what a policy says. What
        it cannot express is declared, with commas, or in "cannot" of an adapter's
        first line:

          corspec run --adapter './my-cors' --cannot regex,any-header

        A policy that needs it as a whole is not set up at all:

          regex            allow_origin_regex
          credentials      allow_credentials: true
          several-origins  more than one origin
          no-origins       no origin: an empty list means everyone
          any-origin       allow_origins: ["*"]
          any-method       allow_methods: ["*"]
          any-header       allow_headers: ["*"]
          odd-names        methods with other signs than capital letters, headers
                           with other signs than letters, digits and dashes

        Else the rows that are about it are skipped:

          methods          which methods are granted
          headers          which request headers are granted
          expose           which response headers are exposed
          max-age          how long a preflight is remembered

        Every skipped row says why. It works with every kind of target.

        """
}
