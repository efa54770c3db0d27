import CORSTransports

/// `corspec adapter`: the reference policy, or a builtin, speaking the adapter protocol; with `--check` its judge.
enum AdapterCommand {
    static let options: [OptionSpec] = [
        OptionSpec(name: "--builtin", value: "NAME", help: "the adapter that answers; reference unless given")
    ]

    /// Runs the command.
    static func run(_ arguments: [String]) async throws -> ExitCode {
        let parsed = try ParsedArguments(arguments, options: options, command: .adapter)
        if let extra = parsed.positional.first {
            throw UsageError(
                "\"adapter\" takes no argument \"\(extra)\"; it reads standard input", help: Command.adapter.helpLine)
        }
        var server = AdapterServer(try BuiltinChoice.builtin(parsed.value("--builtin") ?? "reference"))
        var input = LineReader(maximumLength: AdapterProgram.maximumLength)
        while let line = try input.next() {
            if let reply = await server.reply(to: line) { try Terminal.printOutput(reply + "\n") }
        }
        return .success
    }
}
