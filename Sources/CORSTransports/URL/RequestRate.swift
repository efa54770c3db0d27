import Synchronization

/// Spreads requests over time: so many a second, evenly, whoever sends them.
final class RequestRate: Sendable {
    private let interval: Duration
    private let next = Mutex<ContinuousClock.Instant?>(nil)

    /// Makes a rate.
    ///
    /// - Parameter perSecond: Requests a second, above 0.
    init(perSecond: Double) { interval = .seconds(1 / perSecond) }

    /// Waits until the next request may be sent.
    ///
    /// - Throws: `CancellationError` if the task is cancelled.
    func wait() async throws {
        let now = ContinuousClock.now
        let turn = next.withLock { next in
            let turn = max(now, next ?? now)
            next = turn + interval
            return turn
        }
        if turn > now { try await Task.sleep(until: turn, clock: .continuous) }
    }
}
