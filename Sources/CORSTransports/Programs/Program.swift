import CORSPolicy
import CORSRunner
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A running command with all that it started: one process group.
///
/// What it prints is read all the time, so that it never waits for us; the last lines are kept.
final class Program: Sendable {
    /// What becomes of the program's standard input and output.
    enum Streams {
        /// It is spoken to: its input is written, and its output read, by the owner.
        case spoken
        /// It is not: its input is empty, and its output is kept like its errors.
        case kept
    }

    /// How long a program may take to end after each step that asks it to.
    struct Patience: Sendable {
        /// After the end of its input; none where it has no input.
        var input = Duration.seconds(1)
        /// After a polite signal.
        var signal = Duration.seconds(3)
    }

    /// The last lines that it printed.
    let words = LastWords()
    /// What is written goes to its standard input, where it is spoken to.
    let input: Int32?
    /// Its standard output is read from here, where it is spoken to.
    let output: Int32?

    private let id: pid_t
    private let end = Mutex<ProgramEnd?>(nil)
    private let hasEnded = Latch()
    private let isSilent = Latch()

    /// Starts a command.
    ///
    /// - Throws: `TargetError` if the system cannot start it.
    init(_ command: ShellCommand, _ streams: Streams) throws(TargetError) {
        guard let errors = Pipe() else { throw Self.failure }
        let spoken = streams == .spoken ? (Pipe(), Pipe()) : (nil, nil)
        func closeAll() {
            for pipe in [errors, spoken.0, spoken.1] { pipe?.close() }
        }
        guard streams == .kept || (spoken.0 != nil && spoken.1 != nil) else {
            closeAll()
            throw Self.failure
        }
        let started = command.start(
            input: spoken.0?.reading, output: spoken.1?.writing ?? errors.writing, errors: errors.writing)
        guard let started else {
            closeAll()
            throw Self.failure
        }
        for end in [errors.writing, spoken.0?.reading, spoken.1?.writing] { if let end { systemClose(end) } }
        id = started
        input = spoken.0?.writing
        output = spoken.1?.reading
        if let input { _ = fcntl(input, F_SETFL, O_NONBLOCK) }
        let isWatched = DetachedThread.start { [self] in watch() }
        let isRead = DetachedThread.start { [self] in keep(errors.reading) }
        if !isRead { isSilent.open() }
        guard isWatched else {
            hasEnded.open()
            stop(Patience())
            throw Self.failure
        }
    }

    private static let failure = TargetError("the system cannot start another program")

    /// How it ended, or nil while it runs.
    var ended: ProgramEnd? { end.withLock { $0 } }

    /// How it ended, waiting a moment for a program that is about to; nil if it goes on.
    func ended(within duration: Duration) -> ProgramEnd? {
        _ = hasEnded.wait(atMost: duration)
        // What it said last is on its way as well.
        if ended != nil { _ = isSilent.wait(atMost: duration) }
        return ended
    }

    /// How it ended, waiting a moment without holding a thread that tasks share; nil if it goes on.
    func settled(within duration: Duration) async -> ProgramEnd? {
        await onOwnThread { $0.ended(within: duration) } ?? ended
    }

    /// Ends the program with all that it started, step by step, without holding a thread that tasks share.
    ///
    /// It may be called once, by whoever does not call `stop`.
    func stopped(_ patience: Patience = Patience()) async {
        let isDone = await onOwnThread { program -> Bool in
            program.stop(patience)
            return true
        }
        if isDone == nil { stop(patience) }
    }

    /// Does something on a thread of its own; nil if there is none to be had.
    private func onOwnThread<Result: Sendable>(_ body: @escaping @Sendable (Program) -> Result?) async -> Result? {
        await withCheckedContinuation { continuation in
            if !DetachedThread.start({ [self] in continuation.resume(returning: body(self)) }) {
                continuation.resume(returning: nil)
            }
        }
    }

    /// Waits for the end, and leaves the process to be reaped, so that its group's id stays its own.
    private func watch() {
        var info = siginfo_t()
        while waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        #if canImport(Glibc)
            let status = info._sifields._sigchld.si_status
        #else
            let status = info.si_status
        #endif
        end.withLock { $0 = info.si_code == CLD_EXITED ? .exited(status) : .killed(status) }
        hasEnded.open()
    }

    /// Reads what the program prints until nobody can print any more.
    private func keep(_ file: Int32) {
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = piece.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            words.add(piece[..<count])
        }
        systemClose(file)
        isSilent.open()
    }

    /// Ends the program with all that it started, step by step, and holds the thread meanwhile.
    ///
    /// It may be called once; neither input nor output may be used afterwards.
    ///
    /// - Returns: How it ended by itself, or nil if it was made to.
    @discardableResult
    func stop(_ patience: Patience) -> ProgramEnd? {
        if let input {
            systemClose(input)
            _ = hasEnded.wait(atMost: patience.input)
        }
        let byItself = ended
        kill(-id, SIGTERM)
        if hasEnded.wait(atMost: patience.signal) { _ = isSilent.wait(atMost: patience.signal) }
        kill(-id, SIGKILL)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        ProcessGroups.remove(id)
        if let output { systemClose(output) }
        return byItself
    }
}
