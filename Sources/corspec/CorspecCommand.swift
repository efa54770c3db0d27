import CORSRunner

/// The command line's entry.
@main
enum CorspecCommand {
    /// corspec's version.
    static let version = "0.1.0"

    /// Runs the command that the arguments name and exits with its code.
    static func main() async {
        Signals.ignoreBrokenPipe()
        let code = await run(Array(CommandLine.arguments.dropFirst()))
        ProcessExit.exit(code)
    }

    /// Runs a command.
    static func run(_ arguments: [String]) async -> ExitCode {
        do {
            return try await dispatch(arguments)
        } catch let error as UsageError {
            Terminal.printError("corspec: \(error.message)")
            if let help = error.help { Terminal.printError(help) }
        } catch {
            Terminal.printError("corspec: \(error)")
        }
        return .usage
    }

    private static func dispatch(_ arguments: [String]) async throws -> ExitCode {
        guard let first = arguments.first else { return try await RunCommand.run([]) }
        if ["--version", "-V", "version"].contains(first) {
            try Terminal.printOutput("corspec \(version)\n")
            return .success
        }
        if ["--help", "-h"].contains(first) { return try HelpCommand.run([]) }
        if first.hasPrefix("-") { return try await RunCommand.run(arguments) }
        let rest = Array(arguments.dropFirst())
        guard let command = Command(rawValue: first) else {
            throw UsageError(
                "unknown command \"\(first)\"", near: first, in: Command.allCases.map(\.rawValue),
                help: "Type \"corspec help\" for the commands.")
        }
        if rest.contains("--help") || rest.contains("-h") { return try HelpCommand.run([first]) }
        switch command {
        case .run: return try await RunCommand.run(rest)
        case .list: return try ListCommand.run(rest)
        case .export: return try ExportCommand.run(rest)
        case .help: return try HelpCommand.run(rest)
        }
    }
}

/// The commands.
enum Command: String, CaseIterable {
    case run
    case list
    case export
    case help
}
