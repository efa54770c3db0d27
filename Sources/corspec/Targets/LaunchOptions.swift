import CORSFixtures
import CORSReports
import CORSRunner
import CORSTransports
import CORSVocabulary

/// The options of a server that is started for each policy.
enum LaunchOptions {
    static let startTimeout = OptionSpec(
        name: "--start-timeout", value: "SECONDS",
        help: "how long a server of --launch may take until it answers; 60 unless given")

    /// The options of a server at a URL that say something to such a server.
    static let shared = [
        "--timeout", "--header", "--preflight-header", "--user-agent", "--no-cache-bust", "--rate", "--http1.1",
        "--http2",
    ]

    /// Makes the target and its terms.
    ///
    /// - Throws: `UsageError` if the command or an option's value is wrong.
    static func chosen(_ text: String, _ parsed: ParsedArguments) throws -> ChosenTarget {
        try URLOptions.refuse(parsed, with: "--launch", but: shared)
        guard let command = LaunchCommand(text) else {
            throw UsageError(
                "--launch needs {port} in its command, for the port that the server listens on, as in "
                    + "--launch './server --port {port} --policy {policy}'",
                help: Command.run.helpLine)
        }
        let hasOnePolicy = parsed.all("--policy").count == 1 || PolicyOptions.first(parsed) != nil
        // A suite of one's own may carry the server's policy.
        guard command.takesPolicy || hasOnePolicy || parsed.has("--suite") else {
            throw UsageError(
                "the command of --launch has no {policy}, so the server cannot be set up with one after the other; "
                    + "put {policy} in, for the path of the policy's file, or give the one policy that it has: --policy",
                help: Command.run.helpLine)
        }
        var server = LaunchSettings(command, dressing: try URLOptions.dressing(parsed))
        server.connection = try URLOptions.settings(parsed)
        server.rate = try URLOptions.rate(parsed)
        if let time = try URLOptions.seconds("--start-timeout", parsed) { server.startTimeout = time }
        if let open = try RouteOption.places(parsed)[.open] { server.open = open }
        let target = LaunchTarget(server)
        var chosen = try ChosenTarget.application(target, parsed)
        chosen.terms.dressing = server.dressing
        chosen.terms.originOfPolicy = { target.origin(ofPolicy: $0) }
        let auth = try parsed.value("--auth").map { [try HeaderOption.line($0, of: "--auth")] } ?? []
        chosen.secrets = Secrets(server.dressing.headers + server.dressing.preflightHeaders + auth)
        return chosen
    }
}
