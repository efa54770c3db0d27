import Synchronization

/// The last lines that a program printed: so many and no more, whatever it prints.
final class LastWords: Sendable {
    private struct State {
        var lines: [[UInt8]] = []
        var size = 0
        /// The line that has no end yet.
        var rest: [UInt8] = []
    }

    /// How many lines are kept.
    static let lineLimit = 20
    /// How many bytes of them are kept.
    static let byteLimit = 8 * 1024

    private let state = Mutex(State())

    /// Takes what the program printed.
    func add(_ bytes: ArraySlice<UInt8>) {
        // Of what is longer than all that is kept, the end is enough.
        let isLong = bytes.count >= Self.byteLimit
        let bytes = bytes.suffix(Self.byteLimit)
        state.withLock { state in
            if isLong { state = State() }
            for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
                state.rest += part
                Self.keep(state.rest, in: &state)
                state.rest = []
            }
            let start = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
            state.rest += bytes[start...]
            if state.rest.count > Self.byteLimit { state.rest.removeFirst(state.rest.count - Self.byteLimit) }
        }
    }

    private static func keep(_ line: [UInt8], in state: inout State) {
        let line = Array((line.last == 0x0D ? line.dropLast() : line[...]).suffix(byteLimit))
        guard !line.isEmpty else { return }
        state.lines.append(line)
        state.size += line.count
        while state.lines.count > lineLimit || state.size > byteLimit {
            state.size -= state.lines.removeFirst().count
        }
    }

    /// The lines, the last one last.
    var lines: [String] {
        state.withLock { state in
            let all = state.lines + (state.rest.isEmpty ? [] : [state.rest])
            return all.suffix(Self.lineLimit).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// How many bytes of the lines are shown: they stand in every row that has no answer.
    private static let shownLimit = 2 * 1024

    /// The lines after a text that is to be followed by them; nothing if there are none.
    var suffix: String {
        let text = lines.joined(separator: " / ")
        let shown = String(decoding: text.utf8.suffix(Self.shownLimit), as: UTF8.self)
        return text.isEmpty ? "" : "; its last words: \(shown)"
    }
}
