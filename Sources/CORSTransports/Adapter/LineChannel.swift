#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Lines to a program and lines from it, no wait without an end; one thread uses it.
struct LineChannel {
    /// Why there is no line.
    enum Failure: Error {
        /// The time is over.
        case timedOut
        /// Nobody reads what is written.
        case inputClosed
        /// Nobody writes any more; what was written without a line break.
        case outputClosed(rest: [UInt8])
        /// The line is longer than is taken; how it begins.
        case tooLong([UInt8])
        /// The run was interrupted.
        case cancelled
    }

    /// How often it is looked whether the run was interrupted, in milliseconds: sooner than a person notices.
    private static let lookInterval: Int32 = 50
    private static let pieceSize = 64 * 1024

    private let input: Int32
    private let output: Int32
    private let maximumLength: Int
    private let isCancelled: @Sendable () -> Bool
    /// What was read and is not yet taken, from `start` on.
    private var buffer: [UInt8] = []
    private var start = 0
    /// Up to here there is no line break.
    private var searched = 0

    /// Makes a channel.
    ///
    /// - Parameters:
    ///   - input: What is written goes to the program's standard input; a write must not wait.
    ///   - output: The program's standard output is read from here.
    ///   - maximumLength: Longer lines are not taken, in bytes.
    ///   - isCancelled: Says whether the run was interrupted.
    init(input: Int32, output: Int32, maximumLength: Int, isCancelled: @escaping @Sendable () -> Bool) {
        self.input = input
        self.output = output
        self.maximumLength = maximumLength
        self.isCancelled = isCancelled
    }

    /// Writes a line.
    func write(_ line: [UInt8], until end: ContinuousClock.Instant) throws(Failure) {
        var rest = (line + [0x0A])[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(input, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                try wait(for: input, Int16(POLLOUT), until: end)
            } else if errno != EINTR {
                throw .inputClosed
            }
        }
    }

    /// Reads a line that is not blank.
    mutating func readLine(until end: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
        while true {
            if let line = takeLine() { return line }
            guard buffer.count - start <= maximumLength else { throw .tooLong(Array(buffer[start...].prefix(1024))) }
            try wait(for: output, Int16(POLLIN), until: end)
            guard try fill() else { throw .outputClosed(rest: Array(buffer[start...])) }
        }
    }

    /// Returns what was written though nothing was asked, or nil if nothing was.
    mutating func unasked() throws(Failure) -> [UInt8]? {
        var file = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        while poll(&file, 1, 0) > 0 {
            guard try fill() else { throw .outputClosed(rest: Array(buffer[start...])) }
            if let line = takeLine() { return line }
            if buffer.count - start > maximumLength { break }
        }
        if let line = takeLine() { return line }
        let rest = Array(buffer[start...])
        return rest.allSatisfy(Self.isSpace) ? nil : rest
    }

    /// Takes the first line that is not blank from what was read, without its line break.
    private mutating func takeLine() -> [UInt8]? {
        while let end = buffer[searched...].firstIndex(of: 0x0A) {
            let line = Array(buffer[start..<end])
            start = end + 1
            searched = start
            if !line.allSatisfy(Self.isSpace) { return line }
        }
        searched = buffer.count
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    /// Reads what is there; false at the end.
    private mutating func fill() throws(Failure) -> Bool {
        buffer.removeFirst(start)
        searched -= start
        start = 0
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        while true {
            let count = piece.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            buffer += piece[..<count]
            return true
        }
    }

    private func wait(for file: Int32, _ events: Int16, until end: ContinuousClock.Instant) throws(Failure) {
        while true {
            if isCancelled() { throw .cancelled }
            guard ContinuousClock.now < end else { throw .timedOut }
            var entry = pollfd(fd: file, events: events, revents: 0)
            if poll(&entry, 1, Self.lookInterval) > 0 { return }
        }
    }

    private func systemWrite(_ file: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(file, base, count)
        #else
            Darwin.write(file, base, count)
        #endif
    }
}
