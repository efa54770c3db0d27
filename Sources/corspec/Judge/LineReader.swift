#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads standard input line by line, and holds no more of it than one line that is not too long.
struct LineReader {
    /// A line without its line break.
    enum Line {
        case bytes([UInt8])
        /// A line that is too long, which is not held.
        case tooLong
    }

    private static let pieceSize = 64 * 1024

    private let maximumLength: Int
    private var piece = [UInt8](repeating: 0, count: pieceSize)
    /// What is read of the piece and not yet taken.
    private var rest = 0..<0
    private var isAtEnd = false

    /// Makes a reader of lines up to a length.
    init(maximumLength: Int) { self.maximumLength = maximumLength }

    /// Whether a whole line can be taken without reading.
    var hasLine: Bool { lineBreak != nil }

    private var lineBreak: Int? { piece[rest].firstIndex(of: 0x0A) }

    /// Returns the next line, or nil at the end.
    ///
    /// - Throws: `UsageError` if standard input cannot be read.
    mutating func next() throws(UsageError) -> Line? {
        var line: [UInt8] = []
        var isTooLong = false
        var hasBegun = false
        while true {
            let end = lineBreak
            let taken = rest.lowerBound..<(end ?? rest.upperBound)
            hasBegun = hasBegun || !taken.isEmpty || end != nil
            if line.count + taken.count > maximumLength {
                isTooLong = true
                line = []
            } else if !isTooLong {
                line += piece[taken]
            }
            if let end {
                rest = (end + 1)..<rest.upperBound
                return isTooLong ? .tooLong : .bytes(line)
            }
            guard try fill() else {
                guard hasBegun else { return nil }
                return isTooLong ? .tooLong : .bytes(line)
            }
        }
    }

    /// Reads the next piece; false at the end.
    private mutating func fill() throws(UsageError) -> Bool {
        rest = 0..<0
        if isAtEnd { return false }
        while true {
            let count = piece.withUnsafeMutableBytes { Self.systemRead($0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw UsageError("standard input cannot be read: \(String(cString: strerror(errno)))")
            }
            isAtEnd = count == 0
            rest = 0..<count
            return count > 0
        }
    }

    private static func systemRead(_ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(STDIN_FILENO, base, count)
        #else
            Darwin.read(STDIN_FILENO, base, count)
        #endif
    }
}
