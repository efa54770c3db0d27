#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Standard output and standard error.
enum Terminal {
    /// Writes a text to standard output, whole.
    ///
    /// - Throws: `UsageError` if it cannot be written.
    static func printOutput(_ text: String) throws(UsageError) {
        if !write(text, to: STDOUT_FILENO) { throw UsageError("standard output cannot be written") }
    }

    /// Writes a line to standard error.
    static func printError(_ line: String) { _ = write(line + "\n", to: STDERR_FILENO) }

    /// Writes a text to standard error without a line break.
    static func printStatus(_ text: String) { _ = write(text, to: STDERR_FILENO) }

    private static func write(_ text: String, to file: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { buffer in
                systemWrite(file, buffer.baseAddress, buffer.count)
            }
            if written < 0, errno == EINTR { continue }
            if written < 0, errno == EAGAIN {
                // The other end reads slowly and has made the pipe not wait: we do.
                var descriptor = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
                _ = poll(&descriptor, 1, -1)
                continue
            }
            // Whoever read the output has gone: there is nobody left to tell.
            if written < 0 { return errno == EPIPE }
            bytes = bytes.dropFirst(written)
        }
        return true
    }

    private static func systemWrite(_ file: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(file, base, count)
        #else
            Darwin.write(file, base, count)
        #endif
    }

    /// Whether standard output is a terminal that takes colours, and the user has nothing against them.
    static var usesColor: Bool { isatty(STDOUT_FILENO) == 1 && allowsColor }

    /// Whether standard input is a terminal, where somebody types.
    static var readsKeyboard: Bool { isatty(STDIN_FILENO) == 1 }

    /// Whether standard error is a terminal.
    static var showsProgress: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// How many columns the terminal on standard output has, or nil if it is none.
    static var width: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    private static var allowsColor: Bool {
        let environment = ProcessInfo.processInfo.environment
        return (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
}
