#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a program ended.
enum ProgramEnd: Sendable, Hashable {
    /// By itself, with a code.
    case exited(Int32)
    /// By a signal.
    case killed(Int32)

    /// How, as part of a sentence.
    var text: String {
        switch self {
        case .exited(127): "ended with code 127 (the shell found no such command)"
        case .exited(126): "ended with code 126 (the shell could not run the command)"
        case .exited(let code): "ended with code \(code)"
        case .killed(let signal): "was killed by signal \(signal) (\(Self.name(signal)))"
        }
    }

    private static func name(_ signal: Int32) -> String {
        strsignal(signal).map { String(cString: $0) } ?? "unknown"
    }
}
