import CORSTransports

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The end of the process.
enum ProcessExit {
    /// Ends the process, and before it what it started.
    static func exit(_ code: ExitCode) -> Never {
        ProcessGroups.killAll()
        #if canImport(Glibc)
            Glibc.exit(code.rawValue)
        #else
            Darwin.exit(code.rawValue)
        #endif
    }
}
