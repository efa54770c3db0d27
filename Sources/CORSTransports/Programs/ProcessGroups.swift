import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The groups of the processes that are running, so that none outlives this process.
package enum ProcessGroups {
    private struct State {
        var running: Set<pid_t> = []
        var isClosed = false
    }

    private static let state = Mutex(State())

    /// Starts a process and notes its group in one go.
    ///
    /// - Parameter spawn: Starts the process and returns its id, which is its group's, or nil.
    /// - Returns: The id; nil if none was started, or if none may be any more.
    static func start(_ spawn: () -> pid_t?) -> pid_t? {
        state.withLock { state in
            guard !state.isClosed, let id = spawn() else { return nil }
            state.running.insert(id)
            return id
        }
    }

    /// Does something while no process is started.
    static func betweenStarts<Result>(_ body: () -> Result) -> Result { state.withLock { _ in body() } }

    /// Notes that a group has ended.
    static func remove(_ id: pid_t) { state.withLock { _ = $0.running.remove(id) } }

    /// Kills every group that is running, and lets none be started any more: for the end of this process.
    package static func killAll() {
        state.withLock { state in
            state.isClosed = true
            for id in state.running { kill(-id, SIGKILL) }
        }
    }
}
