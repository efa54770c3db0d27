// MARK: - Emit

extension HelpText {
    /// The page of `emit`.
    static var emit: String {
        page(
            "corspec emit [NAME] --policy FILE|NAME [OPTIONS]",
            """
            Writes the configuration of an implementation that does what a policy means:
            one policy, everybody's configuration. Without a name it lists the names.

            Patterns match whole origins, whatever the engine does by itself; empty lists
            grant nothing; where credentials make * a name, names stand in its place.
            Comments say what the implementation cannot. Where no careful configuration
            exists, such as credentials for any origin, nothing is written and the reason
            is given, with exit code 2.
            """,
            EmitCommand.options,
            """
            Names:
            \(EmitCommand.names)

            Examples:
              corspec emit
              corspec emit nginx --policy my-policy.json --output cors.conf
              corspec emit fastapi --policy my-policy.json --environment production
              corspec emit express --allow-origin https://app.example.com

            """)
    }
}
