import Foundation
import Testing

@testable import CORSTransports

@Suite("Programs", .timeLimit(.minutes(15)))
struct ProgramTests {
    @Test
    func `Of what a program prints, the last lines are kept, and no more`() {
        let words = LastWords()
        for number in 1...100 { words.add(Array("line \(number)\r\n\nrest".utf8)[...]) }
        #expect(words.lines.count == LastWords.lineLimit)
        #expect(words.lines.suffix(2) == ["restline 100", "rest"])
        words.add(Array(repeating: UInt8(ascii: "x"), count: 1_000_000)[...])
        #expect(words.lines.map(\.utf8.count) == [LastWords.byteLimit])
        for _ in 1...100 { words.add(Array(repeating: UInt8(ascii: "y"), count: 1000)[...]) }
        #expect(words.lines.map(\.utf8.count) == [LastWords.byteLimit])
        #expect(words.suffix.utf8.count < 3000)
    }

    @Test(arguments: [
        ("exit 0", ProgramEnd.exited(0)), ("exit 3", .exited(3)), ("kill -9 $$", .killed(9)),
        ("/nonexistent/program", .exited(127)),
    ])
    func `How a program ended by itself is told`(command: String, end: ProgramEnd) async throws {
        let program = try Program(ShellCommand(text: command), .kept)
        #expect(await program.settled(within: .seconds(600)) == end)
        await program.stopped()
    }

    @Test(arguments: [
        "exec sleep 1000", "sleep 1000 & sleep 1000", "trap '' TERM; sleep 1000 & sleep 1000", "yes",
        "sleep 1000 & exit 0",
    ])
    func `A program ends with all that it started`(command: String) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "corspec-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        // The shell opens the pipe before it starts anything else, and all that it starts hold it open.
        #expect(mkfifo(file.path, 0o600) == 0)
        let program = try Program(ShellCommand(text: "exec 3> '\(file.path)'; \(command)"), .kept)
        let held = open(file.path, O_RDONLY)
        #expect(held >= 0)
        await program.stopped(Program.Patience(signal: .milliseconds(200)))
        // Nobody holds it any more: there is nothing to read but the end.
        var byte: UInt8 = 0
        #expect(read(held, &byte, 1) == 0)
        close(held)
    }

    @Test
    func `Ports are free, and each policy has its own`() {
        let ports = Ports()
        let names = (0..<50).map { "policy-\($0)" }
        let found = names.map { ports.port(of: $0) }
        #expect(Set(found).count == names.count)
        #expect(names.map { ports.port(of: $0) } == found)
        #expect(found.allSatisfy { (20_000..<32_768).contains($0) })
    }

    @Test
    func `A launch command has a place for the port`() throws {
        #expect(LaunchCommand("./server --policy {policy}") == nil)
        let command = try #require(LaunchCommand("./server {port} {policy} {port}"))
        #expect(command.takesPolicy)
        #expect(command.filled(port: 8000, policy: "/tmp/p.json") == "./server 8000 /tmp/p.json 8000")
        #expect(LaunchCommand("./server {port}")?.takesPolicy == false)
    }
}
