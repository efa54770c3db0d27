import CORSPolicy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A thread that does one piece of blocking work after the other, for tasks that wait without holding a thread.
final class WorkThread: @unchecked Sendable {  // The lock guards `work`.
    private enum Work {
        case nothing
        case job(() -> Void)
        case stop
    }

    private var work = Work.nothing
    private var lock = pthread_mutex_t()
    private var hasWork = pthread_cond_t()

    /// Starts a thread, or returns nil if there is none to be had.
    init?() {
        pthread_mutex_init(&lock, nil)
        pthread_cond_init(&hasWork, nil)
        // The thread holds this object until it ends.
        guard DetachedThread.start({ [self] in run() }) else { return nil }
    }

    deinit {
        pthread_cond_destroy(&hasWork)
        pthread_mutex_destroy(&lock)
    }

    /// Does a piece of work on the thread; one at a time.
    func perform<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            post(.job { continuation.resume(returning: body()) })
        }
    }

    /// Ends the thread.
    func stop() { post(.stop) }

    private func post(_ work: Work) {
        pthread_mutex_lock(&lock)
        self.work = work
        pthread_cond_signal(&hasWork)
        pthread_mutex_unlock(&lock)
    }

    private func next() -> Work {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        while case .nothing = work { pthread_cond_wait(&hasWork, &lock) }
        let next = work
        work = .nothing
        return next
    }

    /// The body of the thread.
    ///
    /// A write to a pipe that nobody reads fails and does no more, whatever this process does with its signals.
    private func run() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        while case .job(let job) = next() { job() }
    }
}
