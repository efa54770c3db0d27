import CORSPolicy
import CORSRunner
import CORSVocabulary

/// A server that was started with one policy.
struct LaunchedServer: TargetInstance {
    /// How long a server that breaks a connection may take to end, so that its end can be told.
    private static let endingTime = Duration.milliseconds(300)
    /// How long one question whether the server is there may take.
    private static let probeTimeout = Duration.seconds(5)
    /// How long is waited between such questions: at first, and at most.
    private static let pauses = (first: Duration.milliseconds(20), longest: Duration.milliseconds(250))

    /// How long a server must keep answering otherwise than 2xx to be taken for one that refuses its policy.
    private static let refusalTime = Duration.seconds(3)

    private let program: Program
    private let server: URLTarget
    private let prober: URLTarget
    private let settings: LaunchSettings

    /// Makes an instance of a program that has been started.
    init(program: Program, url: TargetURL, settings: LaunchSettings) {
        self.program = program
        self.settings = settings
        let probe = settings.probe(origin: url.origin)
        server = URLTarget(url, settings: settings.connection, rate: settings.rate, probe: probe)
        var quick = settings.connection
        quick.timeout = min(quick.timeout, Self.probeTimeout)
        prober = URLTarget(url, settings: quick, probe: probe)
    }

    /// Waits until the open route answers 2xx.
    ///
    /// - Parameters:
    ///   - port: The port that it listens on.
    ///   - mayRefuse: Whether a target does right that refuses the policy: then one that goes on answering otherwise is
    ///     not waited for any longer.
    /// - Throws: `PolicyRefusal` if the program ends by itself before, or refuses while it runs; `TargetError` if it ends otherwise; `LateServer` if
    ///   it does not answer in time; `CancellationError` if the run is interrupted.
    func waitUntilReady(port: Int, mayRefuse: Bool) async throws {
        let end = ContinuousClock.now + settings.startTimeout
        var answering: ContinuousClock.Instant?
        var pause = Self.pauses.first
        while true {
            let result = await prober.status()
            if program.ended != nil { throw await ending(port: port) }
            try Task.checkCancellation()
            if case .success(let status) = result {
                if 200..<300 ~= status { return }
                let since = answering ?? .now
                answering = since
                if mayRefuse, ContinuousClock.now - since >= Self.refusalTime {
                    throw PolicyRefusal("\(settings.open.path) answers with status \(status) under this policy")
                }
            }
            guard ContinuousClock.now < end else { throw LateServer(error: late(result, port: port)) }
            try await Task.sleep(for: pause)
            pause = min(pause * 3 / 2, Self.pauses.longest)
        }
    }

    /// What is made of a program that ended before it answered.
    private func ending(port: Int) async -> any Error {
        guard let end = await program.settled(within: Self.endingTime) else { return CancellationError() }
        let text = "the server \(end.text)"
        let words = program.words.suffix
        let isTaken = program.words.lines.contains { line in
            let line = line.lowercased()
            return line.contains("address already in use") || line.contains("eaddrinuse")
        }
        if isTaken {
            return TargetError("port \(port), which was free, was taken meanwhile: \(text)\(words); run it again")
        }
        switch end {
        case .exited(0):
            return TargetError(
                "\(text) before it answered; a command that leaves its server in the background cannot be tested\(words)"
            )
        case .exited(1..<126): return PolicyRefusal(text + words)
        case .exited, .killed: return TargetError(text + " before it answered" + words)
        }
    }

    /// What is said of a server that does not answer in time.
    private func late(_ last: Result<Int, TargetError>, port: Int) -> TargetError {
        let seen =
            switch last {
            case .success(let status): "it answers with status \(status)"
            // Each policy has a port of its own, but they fail alike.
            case .failure(let error): error.message.replacing(":\(port)", with: ":{port}")
            }
        let path = settings.open.path
        return TargetError(
            "\(path) did not answer with 2xx within \(settings.startTimeout.components.seconds) s: \(seen); let the "
                + "server listen on 127.0.0.1:{port}, say where its route is with --route 'open=/path', or wait longer "
                + "with --start-timeout SECONDS\(program.words.suffix)")
    }

    /// Sends a request and returns the response.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        if let end = program.ended {
            throw TargetError("not sent: the server \(end.text)\(program.words.suffix)")
        }
        do {
            return try await server.send(request)
        } catch let error as TargetError where !Task.isCancelled {
            let end = await program.settled(within: Self.endingTime)
            let ending = end.map { "; the server \($0.text)" } ?? ""
            throw TargetError(error.message + ending + program.words.suffix)
        }
    }

    /// There is one server for a policy: its state is its own.
    func fresh() async throws -> any TargetInstance { Held(server: self) }

    /// Stops the server with all that it started; our connections first, since some servers wait for those.
    func release() async {
        server.close()
        prober.close()
        await program.stopped()
    }

    /// The server for one row, which does not stop it.
    private struct Held: TargetInstance {
        let server: LaunchedServer

        func send(_ request: HTTPRequest) async throws -> HTTPResponse { try await server.send(request) }

        func fresh() async throws -> any TargetInstance { self }
    }
}

/// A server that did not answer in time.
struct LateServer: Error {
    /// What is said of it.
    let error: TargetError
}
