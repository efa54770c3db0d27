import Synchronization

/// Hands out the places of a plan's rows, each once, to whoever asks next.
final class RowQueue: Sendable {
    private let handedOut = Atomic<Int>(0)
    private let count: Int

    /// Makes a queue of so many rows.
    init(count: Int) { self.count = count }

    /// Returns the next place, or nil when all are handed out.
    func next() -> Int? {
        let place = handedOut.wrappingAdd(1, ordering: .relaxed).oldValue
        return place < count ? place : nil
    }
}
