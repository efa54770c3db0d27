import CORSPolicy
import CORSTransports
import CORSVocabulary
import StrictJSON

/// Walks through the adapter protocol with a program, for somebody who is writing one.
struct AdapterCheck {
    /// The command that starts the program.
    let command: String
    /// How long an answer is waited for.
    let timeout: Duration
    private var wrong = 0

    /// Makes a check; nothing is started yet.
    init(command: String, timeout: Duration) {
        self.command = command
        self.timeout = timeout
    }

    /// Carries out the check and prints each line that is exchanged, and what is to be said of it.
    ///
    /// - Returns: Success, findings if something is not right, target if the program could not be started.
    mutating func run() async throws -> ExitCode {
        let program: AdapterProgram
        do {
            program = try AdapterProgram(command, timeout: timeout)
        } catch {
            return try end(notStarted: error)
        }
        for step in AdapterCheckStep.all {
            do {
                try await take(step, program)
            } catch let failure as AdapterFailure {
                await program.stop(isWell: false)
                if failure.isMissingCommand { return try end(notStarted: failure) }
                try say(isRight: false, failure.description)
                try Terminal.printOutput("\nThe steps after it were not tried.\n")
                return .findings
            } catch {
                await program.stop(isWell: false)
                throw error
            }
        }
        try Terminal.printOutput("\n→ (end of input)\n")
        if let end = await program.finish() {
            try say(isRight: true, "it ends with its input: it \(end)")
        } else {
            try say(isRight: false, "it goes on after the end of its input; it must end then")
        }
        try Terminal.printOutput(
            wrong == 0
                ? "\nAll is right. Next: corspec run --adapter \(ShellQuoting.quoted(command))\n"
                : "\n\(wrong) of it is not right.\n")
        return wrong == 0 ? .success : .findings
    }

    private func end(notStarted failure: AdapterFailure) throws -> ExitCode {
        Terminal.printError("corspec: the program could not be started: \(failure)")
        return .target
    }

    /// Sends a step's line and says what is to be said of the answer.
    private mutating func take(_ step: AdapterCheckStep, _ program: AdapterProgram) async throws {
        let line = step.line
        try Terminal.printOutput("\n→ \(line)\n")
        let answer = try await program.exchange(Array(line.utf8))
        try Terminal.printOutput("← \(AdapterFailure.visible(answer[...]))\n")
        let reply = try program.reply(answer, to: step.question)
        if case .error(let words) = reply {
            try say(isRight: false, "it answers with an error: \(words)")
        } else if let problem = step.problem(reply) {
            try say(isRight: false, problem)
        } else {
            try say(isRight: true, step.praise(reply))
        }
    }

    private mutating func say(isRight: Bool, _ text: String) throws {
        if !isRight { wrong += 1 }
        try Terminal.printOutput(
            (isRight ? "ok      " : "NOT OK  ") + AdapterFailure.visible(Array(text.utf8)[...]) + "\n")
    }
}
