import Foundation
import Testing

/// The README's section "A tour": its commands, each with what it prints.
struct Tour {
    /// A command and what is shown of its output.
    struct Step: Sendable, CustomTestStringConvertible {
        var command: String
        var shown: [String]
        var testDescription: String { command }
    }

    /// The heading of the section.
    static let heading = "## A tour"

    /// The steps, in order.
    let steps: [Step]

    /// Reads the section; nil if the README has none.
    init?() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md").standardized
        let text = try String(contentsOf: file, encoding: .utf8)
        guard let start = text.range(of: "\n\(Self.heading)\n") else { return nil }
        let section = text[start.upperBound...].components(separatedBy: "\n## ")[0]
        steps = section.components(separatedBy: "```console\n").dropFirst().flatMap { block in
            Self.steps(of: block.components(separatedBy: "\n```")[0])
        }
    }

    /// Takes a block apart: a command begins with a dollar sign and goes on while its lines end with a backslash.
    private static func steps(of block: String) -> [Step] {
        var steps: [Step] = []
        var isContinued = false
        for line in block.components(separatedBy: "\n") {
            if isContinued, !steps.isEmpty {
                steps[steps.count - 1].command += "\n\(line)"
            } else if line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2)), shown: []))
            } else if !steps.isEmpty {
                steps[steps.count - 1].shown.append(line)
                continue
            }
            isContinued = line.hasSuffix("\\")
        }
        return steps
    }
}
