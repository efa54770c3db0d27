// Dispatch has not yet said of its signal sources that they are Sendable; they may be cancelled from anywhere.
@preconcurrency import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Signals that the process answers.
enum Signals {
    /// Lets a write to a closed pipe fail rather than end the process.
    static func ignoreBrokenPipe() { signal(SIGPIPE, SIG_IGN) }

    /// Returns a stream with an element for the first interrupt from now on; a second one ends the process at once.
    static func interrupts() -> AsyncStream<Void> {
        signal(SIGINT, SIG_IGN)
        return AsyncStream { continuation in
            let source = DispatchSource.makeSignalSource(signal: SIGINT)
            source.setEventHandler {
                signal(SIGINT, SIG_DFL)
                continuation.yield()
                continuation.finish()
            }
            continuation.onTermination = { _ in source.cancel() }
            source.activate()
        }
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
