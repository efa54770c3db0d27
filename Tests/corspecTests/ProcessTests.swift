import Foundation
import Testing

@Suite("corspec as a process")
struct ProcessTests {
    @Test
    func `Whoever closes standard output early does no harm`() throws {
        let process = Process()
        process.executableURL = CorspecProcess.executable
        process.arguments = ["--policy", "list", "--format", "json"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try output.fileHandleForReading.close()
        try process.run()
        try output.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
    }

    @Test(.timeLimit(.minutes(15)))
    func `An interrupt ends the run with 130 and a report that holds every row`() throws {
        let count = 20_000
        let scratch = try ScratchFolder()
        let suite = try scratch.file("big.json", SampleFiles.suite(cases: count))
        let output = try scratch.file("output")
        let errors = Pipe()
        let process = Process()
        process.executableURL = CorspecProcess.executable
        process.arguments = ["--suite", suite.path, "--jobs", "1", "--format", "json"]
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // The plan line is there before the first row is run.
        #expect(
            String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self).hasPrefix("target reference"))
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 130)
        let report = try JSONSerialization.jsonObject(with: Data(contentsOf: output)) as? [String: Any]
        let results = try #require(report?["results"] as? [[String: Any]])
        #expect(results.count == count)
        let skipped = results.filter { $0["status"] as? String == "skipped" }
        #expect(!skipped.isEmpty)
        #expect(skipped.allSatisfy { $0["reason"] as? String == "interrupted" })
    }

    @Test
    func `What cannot be written is an error, and the other reports are written`() throws {
        let scratch = try ScratchFolder()
        let process = Process()
        process.executableURL = CorspecProcess.executable
        process.arguments = ["--policy", "list", "--only", "origin/granted", "--report", "json=r.json"]
        process.currentDirectoryURL = scratch.url
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(FileManager.default.fileExists(atPath: scratch.url.appending(path: "r.json").path))
    }
}
