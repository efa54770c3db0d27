import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Signals that the process answers.
enum Signals {
    /// Lets a write to a closed pipe fail rather than end the process.
    static func ignoreBrokenPipe() { signal(SIGPIPE, SIG_IGN) }

    /// Runs a task and cancels it when the process is interrupted.
    ///
    /// - Returns: What the task returned, and whether it was interrupted.
    static func cancelling<Result: Sendable>(
        _ operation: @escaping @Sendable () async -> Result
    ) async -> (result: Result, isInterrupted: Bool) {
        let task = Task { await operation() }
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGINT)
        source.setEventHandler {
            task.cancel()
            // A second interrupt ends the process at once.
            signal(SIGINT, SIG_DFL)
        }
        source.resume()
        let result = await task.value
        source.cancel()
        return (result, task.isCancelled)
    }
}
