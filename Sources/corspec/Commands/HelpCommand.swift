import CORSVocabulary

/// `corspec help`: the manual.
enum HelpCommand {
    /// Runs the command.
    static func run(_ arguments: [String]) throws -> ExitCode {
        guard let name = arguments.first(where: { !$0.hasPrefix("-") }) else {
            try Terminal.printOutput(HelpText.overview)
            return .success
        }
        let pages = HelpText.pages
        guard let page = pages.first(where: { $0.name == name }) else {
            let names = pages.map(\.name)
            throw UsageError(
                "there is no help on \"\(name)\"; there is on \(names.joined(separator: ", "))", near: name, in: names)
        }
        try Terminal.printOutput(page.text)
        return .success
    }
}
