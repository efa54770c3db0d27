#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Something that happens once, and that threads wait for no longer than they will.
final class Latch: @unchecked Sendable {  // The lock guards `isOpen`.
    private var isOpen = false
    private var lock = pthread_mutex_t()
    private var opened = pthread_cond_t()

    /// Makes a latch of what has not happened.
    init() {
        pthread_mutex_init(&lock, nil)
        pthread_cond_init(&opened, nil)
    }

    deinit {
        pthread_cond_destroy(&opened)
        pthread_mutex_destroy(&lock)
    }

    /// Notes that it has happened.
    func open() {
        pthread_mutex_lock(&lock)
        isOpen = true
        pthread_cond_broadcast(&opened)
        pthread_mutex_unlock(&lock)
    }

    /// Whether it has happened.
    var hasOpened: Bool {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        return isOpen
    }

    /// Holds the thread until it happens, or a time is over.
    ///
    /// - Returns: Whether it has happened.
    func wait(atMost duration: Duration) -> Bool {
        var end = timespec()
        clock_gettime(CLOCK_REALTIME, &end)
        let (seconds, attoseconds) = duration.components
        let nanoseconds = end.tv_nsec + Int(attoseconds / 1_000_000_000)
        end.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
        end.tv_nsec = nanoseconds % 1_000_000_000
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        while !isOpen {
            if pthread_cond_timedwait(&opened, &lock, &end) != 0 { return isOpen }
        }
        return true
    }
}
