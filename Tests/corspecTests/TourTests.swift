import Foundation
import LoopbackServer
import Testing

@Suite("The tour in the README", .timeLimit(.minutes(15)))
struct TourTests {
    /// What differs from run to run, made alike.
    private func masked(_ text: String) -> [String] {
        text.replacing(/in \d+(\.\d)? m?s/, with: "in N ms")
            .replacing(/corspec=[0-9a-z]+-\d+-\d+/, with: "corspec=N")
            .trimmingCharacters(in: .newlines).components(separatedBy: "\n")
    }

    /// Says whether lines are those shown, where `…` on a line of its own stands for any.
    private func matches(_ lines: [String], _ shown: [String]) -> Bool {
        let parts = shown.split(separator: "…", omittingEmptySubsequences: false).map(Array.init)
        guard let first = parts.first, let last = parts.last else { return lines.isEmpty }
        guard parts.count > 1 else { return lines == shown }
        guard lines.count >= first.count + last.count, lines.starts(with: first), lines.suffix(last.count) == last[...]
        else { return false }
        var rest = lines[first.count..<(lines.count - last.count)]
        for part in parts.dropFirst().dropLast() {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }

    /// A file is shown by `cat`; a line that is a comment to the shell says that somebody mends the server.
    @Test
    func `Every command prints what is shown`() async throws {
        let tour = try #require(try Tour(), "the README has no section \"\(Tour.heading)\"")
        try #require(tour.steps.count > 5)
        let application = try await TourServer()
        let server = try LoopbackServer(application)
        defer { server.stop() }
        let shell = try TourShell(origin: server.origin)
        for step in tour.steps {
            if step.command.hasPrefix("#") {
                application.mend()
                continue
            }
            if step.command.hasPrefix("cat "), try shell.write(String(step.command.dropFirst(4)), step.shown) {
                continue
            }
            let lines = masked(try await shell.run(step.command))
            let shown = masked(step.shown.joined(separator: "\n"))
            if !matches(lines, shown) {
                Issue.record("this is what comes of it:\n$ \(step.command)\n\(lines.joined(separator: "\n"))")
            }
        }
    }
}
