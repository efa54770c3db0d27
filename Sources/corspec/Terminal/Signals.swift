import CORSTransports
// Dispatch has not yet said of its signal sources that they are Sendable; they may be cancelled from anywhere.
@preconcurrency import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Signals that the process answers.
enum Signals {
    /// Lets a write to a closed pipe fail rather than end the process.
    static func ignoreBrokenPipe() { signal(SIGPIPE, SIG_IGN) }

    /// The signals that interrupt a run.
    private static let interrupting = [SIGINT, SIGTERM, SIGHUP]
    /// What listens, until the process ends.
    private static let sources = Mutex<[any DispatchSourceSignal]>([])

    /// Returns a stream with an element for the first interrupt from now on; a second one ends the process at once, and
    /// all that it started.
    static func interrupts() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let hasInterrupted = Atomic(false)
        for number in interrupting {
            let before = signal(number, SIG_IGN)
            // Whoever started the process with nohup wants it to outlive the terminal.
            if number == SIGHUP, isIgnoring(before) { continue }
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                guard hasInterrupted.exchange(true, ordering: .relaxed) else {
                    continuation.yield()
                    return continuation.finish()
                }
                ProcessGroups.killAll()
                end(by: number)
            }
            source.activate()
            sources.withLock { $0.append(source) }
        }
        return stream
    }

    /// Ends the process by a signal, which Dispatch's threads do not take by themselves.
    private static func end(by number: Int32) {
        signal(number, SIG_DFL)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
    }

    private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Runs an operation and cancels it when the process is interrupted.
    ///
    /// - Returns: What the operation returned, and whether it was interrupted; nil never comes of an operation that
    ///   returns.
    static func cancelling<Result: Sendable>(
        on interrupts: AsyncStream<Void>, _ operation: @escaping @Sendable () async -> Result
    ) async -> (result: Result, isInterrupted: Bool)? {
        await withTaskGroup(of: Event<Result>.self) { group in
            group.addTask { .finished(await operation()) }
            group.addTask {
                for await _ in interrupts { return .interrupted }
                return .unheard
            }
            var isInterrupted = false
            for await event in group {
                switch event {
                case .finished(let result):
                    group.cancelAll()
                    return (result, isInterrupted)
                case .interrupted:
                    isInterrupted = true
                    group.cancelAll()
                case .unheard: break
                }
            }
            return nil
        }
    }

    /// What happens while an operation runs.
    private enum Event<Result: Sendable>: Sendable {
        case finished(Result)
        case interrupted
        case unheard
    }
}
