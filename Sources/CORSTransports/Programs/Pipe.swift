#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The two ends of a pipe, which other programs do not inherit.
struct Pipe {
    /// The end that is read.
    let reading: Int32
    /// The end that is written.
    let writing: Int32

    /// Makes a pipe, or nil if the system has none left.
    init?() {
        var ends: [Int32] = [0, 0]
        let isMade = ProcessGroups.betweenStarts {
            guard pipe(&ends) == 0 else { return false }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            return true
        }
        guard isMade else { return nil }
        reading = ends[0]
        writing = ends[1]
    }

    /// Closes both ends.
    func close() {
        for end in [reading, writing] { systemClose(end) }
    }
}

/// Closes a file descriptor.
func systemClose(_ file: Int32) {
    #if canImport(Glibc)
        _ = Glibc.close(file)
    #else
        _ = Darwin.close(file)
    #endif
}
