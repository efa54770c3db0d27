import CORSRunner
import Synchronization

/// A line on the terminal that counts rows while they run.
final class ProgressLine: Sendable {
    private struct State {
        var done = 0
        var failed = 0
        var shown = ContinuousClock.now
    }

    /// How long the line stands before it is written anew.
    private static let interval = Duration.milliseconds(80)

    private let total: Int
    private let isShown: Bool
    private let state = Mutex(State())

    /// Makes a line for so many rows.
    init(total: Int, isShown: Bool) {
        self.total = total
        self.isShown = isShown
    }

    /// Counts a row.
    func add(_ row: RowResult) {
        guard isShown else { return }
        let text = state.withLock { state -> String? in
            state.done += 1
            if row.status == .failed { state.failed += 1 }
            let now = ContinuousClock.now
            guard now - state.shown > Self.interval else { return nil }
            state.shown = now
            return "\r\(state.done) of \(total) rows, \(state.failed) failed"
        }
        if let text { Terminal.printStatus(text) }
    }

    /// Wipes the line.
    func end() {
        if isShown { Terminal.printStatus("\r\u{1B}[K") }
    }
}
