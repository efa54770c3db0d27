import Foundation

/// What a run of the built executable left.
struct CorspecProcess: Sendable {
    /// The exit code; negative where a signal ended the process.
    var code: Int32
    /// What was written to standard output.
    var output: String
    /// What was written to standard error.
    var errors: String

    /// The executable beside the test bundle.
    static let executable = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
        path: "corspec")

    /// Runs the executable to its end.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], folder: URL? = nil, input: URL? = nil
    ) throws -> CorspecProcess {
        let running = try RunningCorspec(arguments, environment: environment, folder: folder)
        if let input { running.process.standardInput = try FileHandle(forReadingFrom: input) }
        try running.process.run()
        running.process.waitUntilExit()
        return try running.result()
    }

    /// Runs the executable to its end without holding a thread: for tests that serve it meanwhile.
    ///
    /// - Parameter onStart: Is called with the process's id as soon as it runs.
    static func serving(
        _ arguments: [String], environment: [String: String] = [:], folder: URL? = nil,
        onStart: (Int32) -> Void = { _ in }
    ) async throws -> CorspecProcess {
        let running = try RunningCorspec(arguments, environment: environment, folder: folder)
        let ended = AsyncStream<Void>.makeStream()
        running.process.terminationHandler = { _ in ended.continuation.finish() }
        try running.process.run()
        onStart(running.process.processIdentifier)
        for await _ in ended.stream {}
        return try running.result()
    }
}

/// A run of the executable, with files for what it writes.
private struct RunningCorspec {
    let process = Process()
    private let scratch: ScratchFolder
    private let output: URL
    private let errors: URL

    init(_ arguments: [String], environment: [String: String], folder: URL?) throws {
        scratch = try ScratchFolder()
        output = try scratch.file("output")
        errors = try scratch.file("errors")
        process.executableURL = CorspecProcess.executable
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        if let folder { process.currentDirectoryURL = folder }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
    }

    func result() throws -> CorspecProcess {
        CorspecProcess(
            code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}

/// A folder of its own, gone when nothing holds it.
final class ScratchFolder: Sendable {
    /// Where it is.
    let url: URL

    /// Makes a folder.
    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "corspec-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file and returns where it is.
    func file(_ name: String, _ text: String = "") throws -> URL {
        let file = url.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file
    }
}

/// Files that the tests give to corspec.
enum SampleFiles {
    /// A policy of one origin.
    static let policy = #"{"allow_origins": ["https://app.example"]}"#

    /// A suite with a policy of its own; the reference passes it.
    static func suite(cases: Int = 1) -> String {
        let texts = (0..<cases).map { index in
            """
            {"id": "api/case-\(index)", "title": "The app must be able to read",
             "fetch": {"origin": "https://app.example"}, "expect": {"outcome": "readable"}}
            """
        }
        return """
            {"corspec": 1, "title": "Ours", "why": "It is ours.", "sections": ["concept-cors-check"],
             "policy": \(policy), "cases": [\(texts.joined(separator: ",\n"))]}
            """
    }
}
