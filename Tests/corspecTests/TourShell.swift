import ChildProcess
import Foundation

/// A shell in which the tour's commands run, with a folder of its own.
struct TourShell {
    /// The port that the tour shows.
    private static let port = "127.0.0.1:8000"
    /// What the tour types to run corspec.
    private static let program = "swift run corspec"

    private let scratch: ScratchFolder
    private let host: String

    /// Makes a shell.
    ///
    /// - Parameter origin: The server's origin, in place of the one that the tour shows.
    init(origin: String) throws {
        scratch = try ScratchFolder()
        host = String(origin.drop { $0 != "/" }.dropFirst(2))
    }

    /// Runs a command and returns what it wrote: standard error, then standard output.
    func run(_ command: String) async throws -> String {
        let output = scratch.url.appending(path: ".output")
        let errors = scratch.url.appending(path: ".errors")
        let text = command.replacing(Self.program, with: "'\(CorspecProcess.executable.path())'")
            .replacing(Self.port, with: host)
        let process = try ChildProcess(
            URL(filePath: "/bin/sh"), ["-c", text], environment: ["PATH": "/usr/bin:/bin", "TOKEN": "Bearer good"],
            folder: scratch.url, output: output, errors: errors)
        _ = await process.end()
        let written = try [errors, output].map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        return written.replacing(host, with: Self.port)
    }

    /// Writes a file that the tour shows before any command has made it; false if it is there.
    func write(_ name: String, _ lines: [String]) throws -> Bool {
        let file = scratch.url.appending(path: name)
        guard !FileManager.default.fileExists(atPath: file.path()) else { return false }
        let text = lines.joined(separator: "\n").replacing(Self.port, with: host) + "\n"
        try Data(text.utf8).write(to: file)
        return true
    }
}
