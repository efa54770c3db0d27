extension HelpText {
    /// The page of configuration files.
    static let config = """
        A configuration file holds the options of corspec run, so that a CI job is one
        short command:

          corspec run --config corspec.json

          {
            "corspec_config": 1,
            "target": {"url": "http://127.0.0.1:8000/items"},
            "policy": "cors-policy.json",
            "environment": "production",
            "routes": {"protected": "/me GET", "failing": "/boom"},
            "auth": "Authorization: env:TOKEN",
            "baseline": "cors-baseline.json",
            "reports": {"junit": "corspec.xml", "json": "corspec.json"},
            "strict": true,
            "rate": 20
          }

        Every option has a member: its name without the dashes before it, the others
        as "_". A flag is true or false; N and SECONDS are numbers; an option that may
        be repeated takes a list. Beside them stand

        target   one target, as {"url": …}, {"builtin": …} and so on
        routes   --route by name: {"protected": "/me GET"}
        reports  --report by format: {"json": "FILE"}
        paths    several paths of one server, each with a policy of its own:

          "paths": [
            {"path": "/public/items", "policy": "public.json"},
            {"path": "/api/items", "policy": "api.json", "name": "api",
             "routes": {"protected": "/api/me"}, "auth": "Cookie: env:COOKIE"}
          ]

        A path has "path" (and after a space maybe its methods), "policy", "name" (of
        the policy in reports), "environment", "routes" and "auth"; what it lacks is
        that of the whole file. All paths are in one run and in one report.

        An option on the command line takes the place of the member; a target or a
        policy there takes the place of everything that names one here. Paths of files
        go out from the folder of the configuration file.

        """
}
