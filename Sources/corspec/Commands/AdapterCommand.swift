import CORSTransports

/// `corspec adapter`: the reference policy, or a builtin, speaking the adapter protocol; with `--check` its judge.
enum AdapterCommand {
    static let options: [OptionSpec] = [
        OptionSpec(name: "--builtin", value: "NAME", help: "the adapter that answers; reference unless given"),
        OptionSpec(
            name: "--check", value: "CMD",
            help: "speak to the program that CMD starts, and say what is right and what is not"),
        OptionSpec(
            name: "--timeout", value: "SECONDS",
            help: "with --check, how long an answer is waited for; 10 unless given"),
    ]

    /// Runs the command.
    static func run(_ arguments: [String]) async throws -> ExitCode {
        let parsed = try ParsedArguments(arguments, options: options, command: .adapter)
        if let extra = parsed.positional.first {
            throw UsageError(
                "\"adapter\" takes no argument \"\(extra)\"; it reads standard input, or with --check 'CMD' speaks to "
                    + "a program",
                help: Command.adapter.helpLine)
        }
        if let command = parsed.value("--check") { return try await check(command, parsed) }
        if parsed.has("--timeout") {
            throw UsageError("--timeout applies to --check", help: Command.adapter.helpLine)
        }
        var server = AdapterServer(try BuiltinChoice.builtin(parsed.value("--builtin") ?? "reference"))
        var input = LineReader(maximumLength: AdapterProgram.maximumLength)
        while let line = try input.next() {
            if let reply = await server.reply(to: line) { try Terminal.printOutput(reply + "\n") }
        }
        return .success
    }

    /// Speaks to a program and tells what it does right and what not.
    private static func check(_ command: String, _ parsed: ParsedArguments) async throws -> ExitCode {
        if parsed.has("--builtin") {
            throw UsageError("--check speaks to a program, --builtin is one; give one", help: Command.adapter.helpLine)
        }
        let timeout = try URLOptions.seconds("--timeout", parsed) ?? ConnectionSettings().timeout
        let outcome = await Signals.cancelling(on: Signals.interrupts()) { () -> Result<ExitCode, any Error> in
            do {
                var check = AdapterCheck(command: command, timeout: timeout)
                return .success(try await check.run())
            } catch {
                return .failure(error)
            }
        }
        guard let outcome, !outcome.isInterrupted else { return .interrupted }
        return try outcome.result.get()
    }
}
