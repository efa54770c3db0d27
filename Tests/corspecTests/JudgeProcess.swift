import Foundation
import Testing

/// `corspec judge` at work: lines go in, answers come out.
final class JudgeProcess {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var buffer = Data()

    /// Starts the process.
    init() throws {
        process.executableURL = CorspecProcess.executable
        process.arguments = ["judge"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Writes text.
    func write(_ text: String) throws { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

    /// Waits for one line of output and returns it.
    func readLine() throws -> String {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                defer { buffer = Data(buffer[(end + 1)...]) }
                return String(decoding: buffer[..<end], as: UTF8.self)
            }
            let data = output.fileHandleForReading.availableData
            try #require(!data.isEmpty, "the process ended")
            buffer += data
        }
    }

    /// The most memory that the process has held so far, in KiB; nil where the system does not say.
    var peakMemory: Int? {
        let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropLast().last.flatMap { Int($0.filter(\.isNumber)) }
            ?? line.flatMap { Int($0.filter(\.isNumber)) }
    }

    /// Ends the input and returns the exit code.
    func end() throws -> Int32 {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Runs the process over a whole text.
    static func run(_ text: String) throws -> CorspecProcess {
        let scratch = try ScratchFolder()
        let input = try scratch.file("input", text)
        return try CorspecProcess.run(["judge"], input: input)
    }
}
