import CORSRunner
import CORSVocabulary

/// The command line's entry.
@main
enum CorspecCommand {
    /// corspec's version.
    static let version = CorspecVersion.current

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
            if !error.message.isEmpty { Terminal.printError("corspec: \(error.message)") }
            if let help = error.help { Terminal.printError(help) }
        } catch {
            Terminal.printError("corspec: \(error)")
        }
        return .usage
    }

    private static func dispatch(_ arguments: [String]) async throws -> ExitCode {
        let options = arguments.prefix { $0 != "--" }
        let first = arguments.first ?? Command.run.rawValue
        let command = Command(rawValue: first)
        if options.contains("--help") || options.contains("-h") {
            // Options without a command are those of run.
            let isRun = first.hasPrefix("-") && arguments.count > 1
            return try HelpCommand.run((isRun ? .run : command).map { [$0.rawValue] } ?? [])
        }
        if options.contains("--version") || first == "-V" {
            try Terminal.printOutput("corspec \(version)\n")
            return .success
        }
        if first.hasPrefix("-") { return try await RunCommand.run(arguments) }
        let rest = Array(arguments.dropFirst())
        switch command {
        case .run: return try await RunCommand.run(rest)
        case .list: return try await ListCommand.run(rest)
        case .export: return try ExportCommand.run(rest)
        case .judge: return try JudgeCommand.run(rest)
        case .explain: return try await ExplainCommand.run(rest)
        case .lint: return try LintCommand.run(rest)
        case .emit: return try EmitCommand.run(rest)
        case .adapter: return try await AdapterCommand.run(rest)
        case .help: return try HelpCommand.run(rest)
        case nil:
            throw UsageError(
                "unknown command \"\(first)\"", near: first, in: Command.allCases.map(\.rawValue),
                help: "Type \"corspec help\" for the commands.")
        }
    }
}
