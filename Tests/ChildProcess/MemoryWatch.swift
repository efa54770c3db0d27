import Foundation
import Synchronization

/// Watches how much memory a process holds at most, where the system tells it by a file.
final class MemoryWatch: Sendable {
    /// How long is waited between two looks; the system itself keeps the most up to each.
    private static let interval: UInt32 = 10_000

    private let file: String
    private let state = Mutex((most: 0, isEnded: false))

    /// Begins to watch a process.
    init(_ id: Int32) {
        file = "/proc/\(id)/status"
        guard isThere else { return }
        Thread.detachNewThread { [self] in
            while !state.withLock({ $0.isEnded }) {
                look()
                usleep(Self.interval)
            }
        }
    }

    private var isThere: Bool { FileManager.default.fileExists(atPath: "/proc/self/status") }

    private func look() {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let size = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { return }
        state.withLock { $0.most = max($0.most, size * 1024) }
    }

    /// Ends the watch, and returns the most that was seen, in bytes; nil where the system does not tell.
    func end() -> Int? {
        let most = state.withLock { state in
            state.isEnded = true
            return state.most
        }
        return isThere ? most : nil
    }
}
