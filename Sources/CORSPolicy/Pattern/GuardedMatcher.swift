import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs matches on a thread of their own, and waits for each no longer than the limit.
final class GuardedMatcher: @unchecked Sendable {  // The regex is immutable, and one thread at a time matches with it.
    /// How long a match is waited for: a thousand times what any sound pattern takes on an origin.
    static let limitNanoseconds = 250_000_000

    private let regex: Regex<AnyRegexOutput>

    /// Makes a matcher.
    init(_ regex: Regex<AnyRegexOutput>) { self.regex = regex }

    /// One match that is under way; the thread and the one who waits share it.
    fileprivate final class Attempt: @unchecked Sendable {  // The lock guards `answer`.
        let regex: Regex<AnyRegexOutput>
        let text: String
        var answer: Bool?
        var lock = pthread_mutex_t()
        var ended = pthread_cond_t()

        init(regex: Regex<AnyRegexOutput>, text: String) {
            self.regex = regex
            self.text = text
            pthread_mutex_init(&lock, nil)
            pthread_cond_init(&ended, nil)
        }

        deinit {
            pthread_cond_destroy(&ended)
            pthread_mutex_destroy(&lock)
        }

        func run() {
            let matches = (try? regex.wholeMatch(in: text)) != nil
            pthread_mutex_lock(&lock)
            answer = matches
            pthread_cond_signal(&ended)
            pthread_mutex_unlock(&lock)
        }

        func wait(until deadline: timespec) -> Bool? {
            var deadline = deadline
            pthread_mutex_lock(&lock)
            defer { pthread_mutex_unlock(&lock) }
            while answer == nil {
                if pthread_cond_timedwait(&ended, &lock, &deadline) == ETIMEDOUT { break }
            }
            return answer
        }
    }

    /// Says whether the pattern matches the whole of a text, or returns nil if that did not end within the limit.
    func wholeMatch(_ text: String) -> Bool? {
        let attempt = Attempt(regex: regex, text: text)
        let deadline = Self.deadline()
        return MatchThread.start(attempt) ? attempt.wait(until: deadline) : nil
    }

    /// The moment at which a match that begins now is given up.
    private static func deadline() -> timespec {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let nanoseconds = now.tv_nsec + limitNanoseconds
        return timespec(tv_sec: now.tv_sec + nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
    }
}

/// Starts the thread of one match.
private enum MatchThread {
    /// Starts it; it ends by itself when the match does.
    ///
    /// - Returns: Whether it could be started.
    static func start(_ attempt: GuardedMatcher.Attempt) -> Bool {
        let context = Unmanaged.passRetained(attempt)
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let status = pthread_create(&thread, &attributes, runMatch, context.toOpaque())
        pthread_attr_destroy(&attributes)
        if status != 0 { context.release() }
        return status == 0
    }
}

/// The body of a match's thread.
private func runMatch(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<GuardedMatcher.Attempt>.fromOpaque(context).takeRetainedValue().run() }
    return nil
}
