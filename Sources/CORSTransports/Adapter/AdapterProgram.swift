import CORSPolicy
import CORSRunner
import CORSVocabulary
import StrictJSON
import Synchronization

/// A running program that speaks the adapter protocol; one question at a time.
package final class AdapterProgram: Sendable {
    /// Longer lines are not taken: no answer comes near it.
    package static let maximumLength = 4 * 1024 * 1024

    /// A program that does not answer as it should is not waited for long.
    private static let impatience = Program.Patience(input: .milliseconds(100), signal: .milliseconds(500))

    private let program: Program
    private let thread: WorkThread
    private let timeout: Duration
    private let channel: Mutex<LineChannel>
    private let isCancelled = Cancellation()
    private let served = Mutex<Policy?>(nil)

    /// Whether a question is to be given up.
    private final class Cancellation: Sendable {
        let flag = Atomic(false)
    }

    /// Starts a program; nothing is asked yet.
    ///
    /// - Parameters:
    ///   - command: The command, for the shell.
    ///   - timeout: How long an answer is waited for.
    /// - Throws: `AdapterFailure` if the system cannot start it.
    package init(_ command: String, timeout: Duration) throws(AdapterFailure) {
        guard let thread = WorkThread() else { throw AdapterFailure("no thread could be started") }
        do {
            program = try Program(ShellCommand(text: command), .spoken)
        } catch {
            thread.stop()
            throw AdapterFailure(error.message)
        }
        self.thread = thread
        self.timeout = timeout
        channel = Mutex(
            LineChannel(
                input: program.input ?? -1, output: program.output ?? -1, maximumLength: Self.maximumLength,
                isCancelled: { [isCancelled] in isCancelled.flag.load(ordering: .relaxed) }))
    }

    /// The policy that the program serves, or nil before the first.
    var policy: Policy? { served.withLock { $0 } }

    /// Asks for what the program says of itself.
    package func greet() async throws(AdapterFailure) -> AdapterGreeting {
        switch try await ask(.hello) {
        case .greeting(let greeting): return greeting
        case .error(let words): throw failure("it answers the first line with an error: \(words)")
        default: throw failure("it does not say its name")
        }
    }

    /// What becomes of a policy.
    enum Setup: Sendable {
        case ready
        case refused(PolicyRefusal)
        /// The program says that it could not do it.
        case failed(TargetError)
    }

    /// Has the program serve a policy, from the beginning.
    func serve(_ policy: Policy) async throws(AdapterFailure) -> Setup {
        served.withLock { $0 = nil }
        switch try await ask(.policy(policy)) {
        case .rejected(let words): return .refused(PolicyRefusal(words))
        case .error(let words): return .failed(TargetError("the adapter says: \(words)"))
        default:
            served.withLock { $0 = policy }
            return .ready
        }
    }

    /// Asks a question and returns the answer, which is one to it.
    func ask(_ question: AdapterQuestion) async throws(AdapterFailure) -> AdapterReply {
        try reply(try await exchange(Array(JSONWriter.line(question.output).utf8)), to: question)
    }

    /// Reads an answer, which must be one to a question.
    package func reply(_ answer: [UInt8], to question: AdapterQuestion) throws(AdapterFailure) -> AdapterReply {
        let diagnostics = Diagnostics(file: "")
        guard let reply = AdapterReply.read(answer, into: diagnostics) else {
            let errors = diagnostics.all.map { error in
                (error.position.map { "column \($0.column): " } ?? "") + error.message
            }
            throw failure(
                "its answer to \(question.name) is not the protocol's: \(AdapterFailure.shown(answer)) "
                    + "(\(errors.joined(separator: "; ")))")
        }
        guard reply.answers(question) else {
            throw failure("it answers \(question.name) with \(reply.name): \(AdapterFailure.shown(answer))")
        }
        return reply
    }

    /// Writes a line and returns the line that answers it.
    package func exchange(_ line: [UInt8]) async throws(AdapterFailure) -> [UInt8] {
        isCancelled.flag.store(false, ordering: .relaxed)
        let result = await withTaskCancellationHandler {
            await thread.perform { [self] in Result { () throws(AdapterFailure) in try carryOut(line) } }
        } onCancel: {
            isCancelled.flag.store(true, ordering: .relaxed)
        }
        return try result.get()
    }

    /// Writes a line and reads its answer, on the program's thread.
    private func carryOut(_ line: [UInt8]) throws(AdapterFailure) -> [UInt8] {
        let end = ContinuousClock.now + timeout
        let result = channel.withLock { channel in
            Result { () throws(LineChannel.Failure) in
                if let unasked = try channel.unasked() { return (unasked, true) }
                try channel.write(line, until: end)
                let answer = try channel.readLine(until: end)
                if let unasked = try? channel.unasked() { return (unasked, true) }
                return (answer, false)
            }
        }
        switch result {
        case .success((let answer, false)): return answer
        case .success((let unasked, true)):
            throw failure(
                "it printed a line that nobody asked for, so that answers cannot be told apart: "
                    + AdapterFailure.shown(unasked))
        case .failure(let failure): throw described(failure)
        }
    }

    /// Ends the program's input, and then the program, if it does not end by itself.
    ///
    /// - Returns: How it ended by itself, as part of a sentence, or nil if it did not.
    package func finish() async -> String? {
        let end = await thread.perform { [program] in
            program.stop(Program.Patience(input: .seconds(3)))
        }
        thread.stop()
        return end?.text
    }

    /// Ends the program.
    ///
    /// - Parameter isWell: Whether it answered as it should, and may take its time.
    package func stop(isWell: Bool) async {
        let patience = isWell ? Program.Patience() : Self.impatience
        _ = await thread.perform { [program] in program.stop(patience) }
        thread.stop()
    }
}

// MARK: - What went wrong

extension AdapterProgram {
    /// Makes a failure that ends with what the program said last.
    private func failure(_ text: String) -> AdapterFailure { AdapterFailure(text + program.words.suffix) }

    /// How long a program that closed a stream may take to end, so that its end can be told.
    private static let endingTime = Duration.milliseconds(500)

    private func described(_ failure: LineChannel.Failure) -> AdapterFailure {
        switch failure {
        case .timedOut:
            let (seconds, rest) = timeout.components
            let time = rest == 0 ? String(seconds) : String(Double(seconds) + Double(rest) / 1e18)
            return self.failure("no answer within \(time) s")
        case .tooLong(let line):
            return self.failure(
                "it printed a line of more than \(Self.maximumLength / 1024 / 1024) MiB: \(AdapterFailure.shown(line))")
        case .inputClosed: return ended(or: "it closed its standard input")
        case .outputClosed(let rest) where rest.isEmpty: return ended(or: "it closed its standard output")
        case .outputClosed(let rest):
            return ended(or: "it closed its standard output", printed: AdapterFailure.shown(rest))
        case .cancelled:
            var failure = AdapterFailure("interrupted")
            failure.isInterrupt = true
            return failure
        }
    }

    /// Tells how the program ended, or what it did if it goes on.
    private func ended(or text: String, printed: String? = nil) -> AdapterFailure {
        let end = program.ended(within: Self.endingTime)
        var failure = failure(
            (end.map { "it \($0.text)" } ?? text) + " before it answered"
                + (printed.map { "; it printed \($0) without a line break" } ?? ""))
        failure.isMissingCommand = end == .exited(127) || end == .exited(126)
        return failure
    }
}
