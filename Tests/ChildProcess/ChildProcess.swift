package import Foundation

/// A program that runs beside this one, and what it took.
package struct ChildProcess: Sendable {
    /// What a process took from its start to its end.
    package struct Result: Sendable {
        /// What it ended with; negative where a signal ended it.
        package var code: Int32
        /// The time from start to end.
        package var milliseconds: Double
        /// The most memory, in bytes, that it held at once.
        package var peakMemory: Int
    }

    /// The process's id.
    package let id: Int32
    private let start = ContinuousClock.now

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: The executable.
    ///   - arguments: Its arguments.
    ///   - environment: Its environment; this process's if nil.
    ///   - folder: The folder that it runs in; this process's if nil.
    ///   - input: The file that is its standard input; an empty one if nil.
    ///   - output: The file that gets its standard output; none if nil.
    ///   - errors: The file that gets its standard error; none if nil.
    /// - Throws: `ChildProcessError` if it cannot be started.
    package init(
        _ program: URL, _ arguments: [String], environment: [String: String]? = nil, folder: URL? = nil,
        input: URL? = nil, output: URL? = nil, errors: URL? = nil
    ) throws {
        var actions = Self.actions(input: input, output: output, errors: errors)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The folder is the shell's to change to, which the program then takes the place of.
        let shell = folder.map { ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, $0.path] } ?? []
        let line = shell + [program.path] + arguments
        let words = line.map { strdup($0) } + [nil]
        let variables = environment.map { $0.map { strdup("\($0)=\($1)") } + [nil] }
        defer { for text in words + (variables ?? []) { free(text) } }
        var id = pid_t()
        guard posix_spawn(&id, line[0], &actions, nil, words, variables ?? environ.array) == 0 else {
            throw ChildProcessError(program: program.path)
        }
        self.id = id
    }

    #if canImport(Glibc)
        private typealias Actions = posix_spawn_file_actions_t
    #else
        private typealias Actions = posix_spawn_file_actions_t?
    #endif

    private static func actions(input: URL?, output: URL?, errors: URL?) -> Actions {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input?.path ?? "/dev/null", O_RDONLY, 0)
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output?.path ?? "/dev/null", flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors?.path ?? "/dev/null", flags, 0o600)
        return actions
    }

    /// Waits for the end, and holds the thread meanwhile.
    package func wait() -> Result {
        let watch = MemoryWatch(id)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
        let signal = status & 0x7F
        #if canImport(Glibc)
            let memory = usage.ru_maxrss * 1024
        #else
            let memory = usage.ru_maxrss
        #endif
        // The usage counts this process's own memory as well, since the program began as a copy of it.
        return Result(
            code: signal == 0 ? (status >> 8) & 0xFF : -signal,
            milliseconds: (ContinuousClock.now - start) / .milliseconds(1), peakMemory: watch.end() ?? memory)
    }

    /// Waits for the end without holding a thread that tasks share.
    package func end() async -> Result {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: wait()) }
        }
    }
}

/// A program that could not be started.
package struct ChildProcessError: Error {
    /// Its path.
    package var program: String
}

extension UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    /// The strings up to the end of a list, the end included.
    fileprivate var array: [UnsafeMutablePointer<CChar>?] {
        var count = 0
        while self[count] != nil { count += 1 }
        return Array(UnsafeBufferPointer(start: self, count: count + 1))
    }
}
