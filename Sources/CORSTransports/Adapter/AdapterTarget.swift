package import CORSPolicy
package import CORSRunner
import CORSVocabulary
import Synchronization

/// A program that speaks the adapter protocol on its standard input and output.
package final class AdapterTarget: Target {
    private let command: String
    private let pool: AdapterPool
    private let greeting: Greeting

    /// What the programs say of themselves: they are of one command.
    private final class Greeting: Sendable {
        let first = Mutex<AdapterGreeting?>(nil)
    }

    /// Makes a target; nothing is started yet.
    ///
    /// - Parameters:
    ///   - command: The command, for the shell.
    ///   - jobs: How many programs run at once: each serves one policy at a time.
    ///   - timeout: How long an answer is waited for.
    package init(command: String, jobs: Int, timeout: Duration) {
        self.command = command
        let greeting = Greeting()
        self.greeting = greeting
        pool = AdapterPool(command: command, limit: max(1, jobs), timeout: timeout) { said in
            greeting.first.withLock { if $0 == nil { $0 = said } }
        }
    }

    /// What reports say of it: what it says of itself, or before that its command.
    package var description: TargetDescription {
        let said = greeting.first.withLock { $0 }
        var description = TargetDescription(
            kind: .adapter, name: said?.name ?? command, version: said?.version, location: command,
            origin: InProcessTarget.origin)
        description.homepage = said?.homepage
        description.issues = said?.issues
        return description
    }

    /// Starts the first program and returns what it cannot express; nothing if it fails, which shows in every row.
    package func greet() async -> Set<Inability> {
        try? await pool.withProgram(nil) { (_) throws(AdapterFailure) in }
        return greeting.first.withLock { $0?.cannot } ?? []
    }

    /// Asks a program to serve the policy.
    package func instance(for policy: NamedPolicy) async throws -> any TargetInstance {
        let setup = try await asking(policy.policy) { (program) throws(AdapterFailure) in
            try await program.serve(policy.policy)
        }
        switch setup {
        case .ready: return Instance(target: self, policy: policy.policy)
        case .refused(let refusal): throw refusal
        case .failed(let error): throw error
        }
    }

    /// Ends every program.
    package func end() async { await pool.stop() }

    /// Does something with a program, and says of a failure what to try.
    fileprivate func asking<Result>(
        _ policy: Policy, _ body: (AdapterProgram) async throws(AdapterFailure) -> Result
    ) async throws(TargetError) -> Result {
        do {
            return try await pool.withProgram(policy, body)
        } catch {
            throw explained(error)
        }
    }

    fileprivate func explained(_ failure: AdapterFailure) -> TargetError {
        TargetError("the adapter fails: \(failure); try: corspec adapter --check \(ShellQuoting.quoted(command))")
    }
}

// MARK: - Instances

extension AdapterTarget {
    /// Any program of the command, which is set up with the policy where it serves another.
    private struct Instance: TargetInstance {
        let target: AdapterTarget
        let policy: Policy

        func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            try await target.asking(policy) { (program) throws(AdapterFailure) in
                if program.policy != policy { try await program.serveAgain(policy) }
                return try await program.ask(.request(request))
            }.response()
        }

        /// One program for itself, which is set up anew.
        func fresh() async throws -> any TargetInstance {
            do throws(AdapterFailure) {
                let program = try await target.pool.take(policy)
                do {
                    try await program.serveAgain(policy)
                } catch {
                    await target.pool.drop(program, after: error)
                    throw error
                }
                return Held(target: target, program: program)
            } catch {
                throw target.explained(error)
            }
        }
    }

    /// One program that nobody else uses.
    private final class Held: TargetInstance {
        /// A program is asked one question after the other.
        let requestsAtOnce: Int? = 1
        let target: AdapterTarget
        let program: AdapterProgram
        let failure = Mutex<AdapterFailure?>(nil)

        init(target: AdapterTarget, program: AdapterProgram) {
            self.target = target
            self.program = program
        }

        func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            let reply: AdapterReply
            do throws(AdapterFailure) {
                reply = try await program.ask(.request(request))
            } catch {
                failure.withLock { $0 = error }
                throw target.explained(error)
            }
            return try reply.response()
        }

        func fresh() async throws -> any TargetInstance { self }

        func release() async {
            if let failure = failure.withLock({ $0 }) {
                await target.pool.drop(program, after: failure)
            } else {
                target.pool.giveBack(program)
            }
        }
    }
}

extension AdapterProgram {
    /// Has the program serve a policy that a program of its command has taken before.
    fileprivate func serveAgain(_ policy: Policy) async throws(AdapterFailure) {
        switch try await serve(policy) {
        case .ready: return
        case .refused(let refusal):
            throw AdapterFailure("it refuses a policy that it took before: \(refusal.reason)")
        case .failed(let error):
            throw AdapterFailure("it took the policy before, and now not: \(error.message)")
        }
    }
}

extension AdapterReply {
    /// The response.
    ///
    /// - Throws: `TargetError` with the adapter's words if it is none.
    fileprivate func response() throws(TargetError) -> HTTPResponse {
        switch self {
        case .response(let response): return response
        case .error(let reason): throw TargetError("the adapter says: \(reason)")
        default: throw TargetError("the adapter answers with \(name)")
        }
    }
}
