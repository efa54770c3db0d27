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
    /// Linux's SCHED_IDLE, which its C library tells GNU programs alone.
    private static let idlePolicy: Int32 = 5
    /// How many times as long is waited for a thread that a busy machine gives no time to match.
    private static let mostWaits = 40

    private let regex: Regex<AnyRegexOutput>

    /// Makes a matcher.
    init(_ regex: Regex<AnyRegexOutput>) { self.regex = regex }

    /// Matches that are under way, one after the other; the thread and the one who waits share them.
    private final class Attempt: @unchecked Sendable {  // The lock guards `answers`.
        let regex: Regex<AnyRegexOutput>
        let texts: [String]
        var answers: [Bool] = []
        /// The processor time of each match that ended, in nanoseconds.
        var costs: [Int] = []
        /// The thread's processor time, by its clock, when the match that is under way began.
        var begun = 0
        var clock: clockid_t?
        #if canImport(Glibc)
            var thread = pthread_t()
        #endif
        /// Whether nobody waits any more.
        var isAbandoned = false
        /// Whether the thread has begun: a busy machine may take longer for that than the limit.
        var hasBegun = false
        var lock = pthread_mutex_t()
        var progress = pthread_cond_t()

        init(regex: Regex<AnyRegexOutput>, texts: [String]) {
            self.regex = regex
            self.texts = texts
            pthread_mutex_init(&lock, nil)
            pthread_cond_init(&progress, nil)
        }

        deinit {
            pthread_cond_destroy(&progress)
            pthread_mutex_destroy(&lock)
        }

        func run() {
            pthread_mutex_lock(&lock)
            #if canImport(Glibc)
                var own = clockid_t()
                thread = pthread_self()
                if pthread_getcpuclockid(thread, &own) == 0 { clock = own }
            #endif
            hasBegun = true
            pthread_mutex_unlock(&lock)
            for text in texts {
                let before = GuardedMatcher.nanoseconds(CLOCK_THREAD_CPUTIME_ID)
                let matches = (try? regex.wholeMatch(in: text)) != nil
                let cost = GuardedMatcher.nanoseconds(CLOCK_THREAD_CPUTIME_ID) - before
                pthread_mutex_lock(&lock)
                costs.append(cost)
                answers.append(matches)
                begun = clock.map(GuardedMatcher.nanoseconds) ?? 0
                if answers.count == texts.count { pthread_cond_signal(&progress) }
                let isAbandoned = isAbandoned
                pthread_mutex_unlock(&lock)
                if isAbandoned { return }
            }
        }

        /// Waits for the answers as long as new ones come within the limit; returns those that came.
        func wait() -> (answers: [Bool], costs: [Int]) {
            pthread_mutex_lock(&lock)
            defer { pthread_mutex_unlock(&lock) }
            var waits = 0
            while answers.count < texts.count {
                let before = answers.count
                var deadline = GuardedMatcher.deadline()
                let status = pthread_cond_timedwait(&progress, &lock, &deadline)
                waits = status == ETIMEDOUT && answers.count == before ? waits + 1 : 0
                if waits > 0, hasHadItsTime || waits == GuardedMatcher.mostWaits { break }
            }
            if answers.count < texts.count { abandon() }
            return (answers, costs)
        }

        /// Lets the thread, which nothing can end, run only when nobody else wants to.
        ///
        /// The lock is held, so that the thread is there still.
        private func abandon() {
            isAbandoned = true
            #if canImport(Glibc)
                var parameters = sched_param()
                if hasBegun { pthread_setschedparam(thread, GuardedMatcher.idlePolicy, &parameters) }
            #endif
        }

        /// Whether the match that is under way was given as much processor time as the limit.
        private var hasHadItsTime: Bool {
            guard hasBegun else { return false }
            guard let clock else { return true }
            // Half of it: the two clocks do not begin together.
            return GuardedMatcher.nanoseconds(clock) - begun >= GuardedMatcher.limitNanoseconds / 2
        }
    }

    /// Says of texts whether the pattern matches the whole of each, up to the first whose match did not end within the
    /// limit.
    func wholeMatches(_ texts: [String]) -> [Bool] {
        let attempt = Attempt(regex: regex, texts: texts)
        return DetachedThread.start { attempt.run() } ? attempt.wait().answers : []
    }

    /// Says of texts how much processor time the match of each takes, in nanoseconds, up to the first whose match did
    /// not end within the limit.
    func costs(_ texts: [String]) -> [Int] {
        let attempt = Attempt(regex: regex, texts: texts)
        return DetachedThread.start { attempt.run() } ? attempt.wait().costs : []
    }

    /// What a clock shows.
    private static func nanoseconds(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// The moment at which a match that begins now is given up.
    private static func deadline() -> timespec {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let nanoseconds = now.tv_nsec + limitNanoseconds
        return timespec(tv_sec: now.tv_sec + nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
    }
}
