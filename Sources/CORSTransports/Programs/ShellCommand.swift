#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A command that the shell runs in a process group of its own.
struct ShellCommand {
    /// The command's text.
    let text: String

    /// Starts the command.
    ///
    /// - Parameters:
    ///   - input: What becomes its standard input; an empty one if nil.
    ///   - output: What becomes its standard output.
    ///   - errors: What becomes its standard error.
    /// - Returns: The process's id, which is its group's as well, or nil if it cannot be started.
    func start(input: Int32?, output: Int32, errors: Int32) -> pid_t? {
        var actions = Self.actions(input: input, output: output, errors: errors)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var attributes = Self.attributes()
        defer { posix_spawnattr_destroy(&attributes) }
        let line = ["/bin/sh", "-c", text]
        let words = line.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        return ProcessGroups.start {
            var id = pid_t()
            return posix_spawn(&id, "/bin/sh", &actions, &attributes, words, environ) == 0 ? id : nil
        }
    }

    #if canImport(Glibc)
        private typealias Actions = posix_spawn_file_actions_t
        private typealias Attributes = posix_spawnattr_t
    #else
        private typealias Actions = posix_spawn_file_actions_t?
        private typealias Attributes = posix_spawnattr_t?
    #endif

    private static func actions(input: Int32?, output: Int32, errors: Int32) -> Actions {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        return actions
    }

    /// A group of its own, and the signals that this process ignores as they usually are.
    private static func attributes() -> Attributes {
        #if canImport(Glibc)
            var attributes = posix_spawnattr_t()
        #else
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawnattr_init(&attributes)
        var usual = sigset_t()
        sigemptyset(&usual)
        posix_spawnattr_setsigmask(&attributes, &usual)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&usual, signal) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        return attributes
    }
}
