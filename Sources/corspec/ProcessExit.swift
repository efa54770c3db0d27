#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The end of the process.
enum ProcessExit {
    /// Ends the process.
    static func exit(_ code: ExitCode) -> Never {
        #if canImport(Glibc)
            Glibc.exit(code.rawValue)
        #else
            Darwin.exit(code.rawValue)
        #endif
    }
}
