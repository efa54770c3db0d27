/// `corspec help`: the manual.
enum HelpCommand {
    /// Runs the command.
    static func run(_ arguments: [String]) throws -> ExitCode {
        let parsed = try ParsedArguments(arguments, options: [], command: .help)
        let pages = HelpText.pages
        if parsed.positional.count > 1 {
            throw UsageError("\"help\" takes one name, not \(parsed.positional.count)", help: Command.help.helpLine)
        }
        guard let name = parsed.positional.first else {
            try Terminal.printOutput(HelpText.overview)
            return .success
        }
        guard let page = pages.first(where: { $0.name == name }) else {
            let names = pages.map(\.name)
            throw UsageError(
                "there is no help on \"\(name)\"; there is on \(names.joined(separator: ", "))", near: name, in: names,
                help: "Type \"corspec help\" for the commands.")
        }
        try Terminal.printOutput(page.text)
        return .success
    }
}
