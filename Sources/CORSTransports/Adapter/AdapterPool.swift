import CORSPolicy
import CORSRunner
import CORSVocabulary
import Synchronization

/// Adapter programs of one command: as many as there are questions at once, up to a number.
final class AdapterPool: Sendable {
    private struct State {
        var idle: [AdapterProgram] = []
        /// How many programs there are, those that are in use and those that are being started included.
        var count = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
        /// Whether a program has ever said what it is: where the first does not, the others will not.
        var hasGreeted = false
        /// How many programs failed, one after the other.
        var failures = 0
        /// Why no program is started any more, or nil.
        var givenUp: AdapterFailure?
    }

    /// So many programs may fail, one after the other, before no more are started.
    private static let allowedFailures = 4

    private let command: String
    private let limit: Int
    private let timeout: Duration
    private let onGreeting: @Sendable (AdapterGreeting) -> Void
    private let state = Mutex(State())

    /// Makes a pool; nothing is started yet.
    ///
    /// - Parameters:
    ///   - command: The command, for the shell.
    ///   - limit: How many programs run at once.
    ///   - timeout: How long an answer is waited for.
    ///   - onGreeting: Is called with what each program says of itself.
    init(
        command: String, limit: Int, timeout: Duration, onGreeting: @escaping @Sendable (AdapterGreeting) -> Void
    ) {
        self.command = command
        self.limit = limit
        self.timeout = timeout
        self.onGreeting = onGreeting
    }

    /// Does something with a program that nobody else uses meanwhile.
    ///
    /// - Parameters:
    ///   - policy: The policy that the program serves at best; any if nil.
    ///   - body: What is done.
    /// - Returns: What came of it.
    /// - Throws: `AdapterFailure` if no program can be had, or what is done fails: the program is then ended.
    func withProgram<Result>(
        _ policy: Policy?, _ body: (AdapterProgram) async throws(AdapterFailure) -> Result
    ) async throws(AdapterFailure) -> Result {
        let program = try await take(policy)
        do {
            let result = try await body(program)
            giveBack(program)
            return result
        } catch {
            await drop(program, after: error)
            throw error
        }
    }

    /// Takes a program for oneself: one that serves the policy, any that is idle, a new one, or the next to be idle.
    func take(_ policy: Policy?) async throws(AdapterFailure) -> AdapterProgram {
        while true {
            switch try next(policy) {
            case .idle(let program): return program
            case .start: return try await start()
            case .wait: await turn()
            }
        }
    }

    private enum Next {
        case idle(AdapterProgram)
        case start
        case wait
    }

    private func next(_ policy: Policy?) throws(AdapterFailure) -> Next {
        try state.withLock { state throws(AdapterFailure) in
            if let failure = state.givenUp { throw failure }
            if !state.idle.isEmpty {
                return .idle(state.idle.remove(at: state.idle.firstIndex { $0.policy == policy } ?? 0))
            }
            guard state.count < limit else { return .wait }
            state.count += 1
            return .start
        }
    }

    /// Waits until a program may be had.
    private func turn() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                let isFree = !state.idle.isEmpty || state.count < limit || state.givenUp != nil
                if !isFree { state.waiting.append(continuation) }
                return isFree
            }
            if isFree { continuation.resume() }
        }
    }

    /// Starts a program, whose place is already counted.
    private func start() async throws(AdapterFailure) -> AdapterProgram {
        let program: AdapterProgram
        do {
            program = try AdapterProgram(command, timeout: timeout)
        } catch {
            note(error)
            throw error
        }
        do {
            onGreeting(try await program.greet())
            state.withLock { $0.hasGreeted = true }
            return program
        } catch {
            await drop(program, after: error)
            throw error
        }
    }

    /// Gives back a program that answered as it should.
    func giveBack(_ program: AdapterProgram) {
        wake { state in
            state.idle.append(program)
            state.failures = 0
        }
    }

    /// Ends a program that did not answer as it should.
    func drop(_ program: AdapterProgram, after failure: AdapterFailure) async {
        await program.stop(isWell: false)
        note(failure)
    }

    /// Notes that a program failed and is gone.
    private func note(_ failure: AdapterFailure) {
        wake { state in
            state.count -= 1
            if failure.isInterrupt { return }
            state.failures += 1
            guard state.givenUp == nil else { return }
            guard state.hasGreeted else {
                state.givenUp = failure
                return
            }
            guard state.failures >= Self.allowedFailures else { return }
            var last = failure
            last.description = "not asked: \(Self.allowedFailures) programs failed, one after the other; \(failure)"
            state.givenUp = last
        }
    }

    /// Changes the state and lets those who wait look again.
    private func wake(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Ends every program that is idle.
    func stop() async {
        let programs = state.withLock { state in
            defer { state.idle = [] }
            state.count -= state.idle.count
            return state.idle
        }
        await withTaskGroup { group in
            for program in programs { group.addTask { await program.stop(isWell: true) } }
        }
    }
}
