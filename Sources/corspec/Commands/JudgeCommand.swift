/// `corspec judge`: exchanges as JSON lines in, verdicts as JSON lines out.
enum JudgeCommand {
    /// Longer lines are not read: no exchange comes near it.
    static let maximumLength = 4 * 1024 * 1024
    /// So much output is held back while input is there to be read.
    private static let outputSize = 64 * 1024

    /// Runs the command.
    static func run(_ arguments: [String]) throws -> ExitCode {
        let parsed = try ParsedArguments(arguments, options: [], command: .judge)
        if let extra = parsed.positional.first {
            throw UsageError(
                "\"judge\" takes no argument \"\(extra)\"; it reads standard input", help: Command.judge.helpLine)
        }
        var input = LineReader(maximumLength: maximumLength)
        var output = ""
        var lines = 0
        var errors = 0
        while let line = try input.next() {
            lines += 1
            guard let answer = JudgeLine.answer(line, number: lines) else { continue }
            if answer.isError { errors += 1 }
            output += answer.text + "\n"
            // Whoever waits for an answer gets it: what is held back is written before waiting for input.
            if !input.hasLine || output.utf8.count > outputSize {
                try Terminal.printOutput(output)
                output = ""
            }
        }
        try Terminal.printOutput(output)
        if errors == 0 { return .success }
        Terminal.printError("corspec: \(errors) of \(lines) lines could not be judged; their answers say why")
        return .usage
    }
}
