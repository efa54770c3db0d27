import Foundation

/// What a process took.
struct MeasuredProcess {
    /// The time from start to end.
    var milliseconds: Double
    /// The most memory that it held at once.
    var megabytes: Int
    /// What it ended with.
    var code: Int32

    /// The executable beside this one.
    static let corspec = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "corspec")

    /// Runs a program to its end, its output dropped.
    static func run(_ program: URL, _ arguments: [String]) throws -> MeasuredProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for file in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, file, "/dev/null", file == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0)
        }
        var words = ([program.path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let start = ContinuousClock.now
        var process = pid_t()
        guard posix_spawn(&process, program.path, &actions, nil, &words, environ) == 0 else {
            throw BenchmarkError(message: "\(program.path) cannot be started")
        }
        var status: Int32 = 0
        var usage = rusage()
        wait4(process, &status, 0, &usage)
        let time = (ContinuousClock.now - start) / .milliseconds(1)
        return MeasuredProcess(
            milliseconds: time, megabytes: usage.ru_maxrss / 1024, code: (status >> 8) & 0xFF)
    }
}
