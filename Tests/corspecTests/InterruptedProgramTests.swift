import Foundation
import Testing

@Suite("Interrupted runs leave no process behind", .timeLimit(.minutes(15)))
struct InterruptedProgramTests {
    /// A signal, and after how many lines or requests it comes.
    struct Interrupt: Sendable, CustomTestStringConvertible {
        let signal: String
        let count: Int
        var testDescription: String { "\(signal) after \(count)" }
    }

    /// Moments that look random and are the same in every run.
    static let interrupts = {
        var state: UInt64 = 20_251_125
        return (0..<9).map { index in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Interrupt(signal: ["INT", "TERM", "HUP"][index % 3], count: Int((state >> 33) % 120) + 1)
        }
    }()

    @Test(
        .enabled(if: ProgramTools.hasProcessFiles, "the system does not list its processes as files"),
        arguments: interrupts)
    func `Adapters end with corspec, and so do their children`(interrupt: Interrupt) throws {
        let count = "n=0; while read -r line; do n=$((n+1)); [ $n = \(interrupt.count) ] && "
        let answer = #"; case $line in *'"request"'*) echo '{"response": {"status": 200, "headers": []}}';; "#
        let others = #"*'"policy"'*) echo '{"ready": true}';; *) echo '{"name": "sh", "version": "1"}';; esac; done"#
        try check("--adapter") { once in
            "trap '' TERM; sleep 1000 & \(count)\(once(interrupt.signal))\(answer)\(others)"
        }
    }

    @Test(
        .enabled(
            if: ProgramTools.hasProcessFiles && ProgramTools.python != nil,
            "there is no Python, or the system does not list its processes as files"),
        arguments: interrupts)
    func `Launched servers end with corspec, and so do their children`(interrupt: Interrupt) throws {
        let scratch = try ScratchFolder()
        let text = """
            import os, signal, sys
            sys.path.insert(0, \(String(reflecting: ProgramTools.adapters.path + "/python")))
            import server
            handler, rest = server.Handler.answer, [\(interrupt.count)]
            def answer(self):
                rest[0] -= 1
                if rest[0] == 0:
                    os.system(sys.argv.pop())
                handler(self)
            server.Handler.answer = answer
            server.main(sys.argv[1:-1])
            """
        let file = try scratch.file("server.py", text)
        try check("--launch") { once in
            let signal = once(interrupt.signal).replacing("$PPID", with: "'$PPID'")
            return "sleep 1000 & exec python3 '\(file.path)' --port {port} --policy {policy} '\(signal)'"
        }
    }

    @Test(
        .enabled(if: ProgramTools.hasProcessFiles, "the system does not list its processes as files"),
        arguments: ["INT", "TERM", "HUP"])
    func `A server that is being started ends with corspec`(signal: String) throws {
        try check("--launch") { once in "\(once(signal)); sleep 1000 & sleep 1000 # {port} {policy}" }
    }

    @Test(.enabled(if: ProgramTools.hasProcessFiles, "the system does not list its processes as files"))
    func `A second signal ends it at once, and what it started with it`() throws {
        let scratch = try ScratchFolder()
        let groups = try scratch.file("groups")
        let started = Date()
        let command = "trap '' TERM; echo $$ >> '\(groups.path)'; while kill -TERM $PPID; do sleep 0.1; done"
        let process = try CorspecProcess.run(["--adapter", command, "--timeout", "1000"])
        #expect(process.code == -SIGTERM)
        #expect(Date().timeIntervalSince(started) < 60)
        try expectNothing(of: groups)
    }

    /// Runs corspec with a target that interrupts it, and looks what is left.
    ///
    /// - Parameters:
    ///   - option: The option that names the target.
    ///   - command: Makes the target's command, given what sends a signal to corspec, the first time that it is run.
    private func check(_ option: String, _ command: ((String) -> String) -> String) throws {
        let scratch = try ScratchFolder()
        let groups = try scratch.file("groups")
        let mark = scratch.url.appending(path: "sent").path
        let text = command { "mkdir \(mark) 2> /dev/null && kill -\($0) $PPID" }
        let (process, report) = try ReportFile.of([
            option, "echo $$ >> '\(groups.path)'; \(text)", "--jobs", "3", "--only", "origin/*",
            "--policy", "list", "--policy", "single", "--policy", "any",
        ])
        #expect(process.code == 130, "\(process.errors)")
        #expect(report.results.contains { $0.status == "skipped" && $0.reason == "interrupted" })
        #expect(!report.results.contains { $0.status == "error" })
        try expectNothing(of: groups)
    }

    private func expectNothing(of groups: URL) throws {
        let started = try String(contentsOf: groups, encoding: .utf8).split(separator: "\n").compactMap { Int32($0) }
        #expect(!started.isEmpty)
        for group in started { #expect(ProgramTools.running(group: group).isEmpty) }
    }
}
