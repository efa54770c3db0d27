import CORSBuiltins
import CORSFixtures
import CORSPolicy
import CORSVocabulary

/// `corspec list`: what there is, with ids as `--only` and its like take them.
enum ListCommand {
    private enum Subject: String, CaseIterable {
        case cases
        case policies
        case builtins
        case clauses
    }

    static let options: [OptionSpec] = [
        OptionSpec(
            name: "--suite", value: "PATH", repeats: true,
            help: "list the cases of these files in place of the bundled ones")
    ]

    /// Runs the command.
    static func run(_ arguments: [String]) throws -> ExitCode {
        let parsed = try ParsedArguments(arguments, options: options, command: .list)
        let names = Subject.allCases.map(\.rawValue)
        let name = parsed.positional.first ?? "cases"
        guard let subject = Subject(rawValue: name), parsed.positional.count < 2 else {
            let wrong = parsed.positional.count > 1 ? parsed.positional[1] : name
            throw UsageError(
                "\"list\" does not know \"\(wrong)\"; accepted: \(names.joined(separator: ", "))", near: wrong,
                in: names)
        }
        let lines =
            switch subject {
            case .cases: try cases(Inputs.suite(parsed.all("--suite")))
            case .policies: try policies()
            case .builtins: builtins()
            case .clauses: try clauses(Inputs.suite(parsed.all("--suite")))
            }
        try Terminal.printOutput(lines.joined(separator: "\n") + "\n")
        return .success
    }

    private static func cases(_ suite: Suite) -> [String] {
        suite.files.flatMap { file -> [String] in
            let width = file.cases.map(\.id.count).max() ?? 0
            return [file.title]
                + file.cases.map { "  \($0.id)\(String(repeating: " ", count: width - $0.id.count))  \($0.title)" } + [
                    ""
                ]
        }
    }

    private static func policies() throws -> [String] {
        let policies = try Inputs.policies([])
        let width = policies.map(\.name.count).max() ?? 0
        return policies.map { policy in
            "\(policy.name)\(String(repeating: " ", count: width - policy.name.count))  \(policy.comment ?? "")"
        }
    }

    private static func builtins() -> [String] {
        let width = Builtin.all.map(\.name.count).max() ?? 0
        var family = ""
        return Builtin.all.flatMap { builtin -> [String] in
            let severity = (builtin.severity?.rawValue ?? "").padding(8)
            let line = "  \(builtin.name.padding(width))  \(severity)\(builtin.summary)"
            let heading = "\(builtin.kind.rawValue): \(builtin.family)"
            defer { family = heading }
            return heading == family ? [line] : (family.isEmpty ? [] : [""]) + [heading, line]
        }
    }

    private static func clauses(_ suite: Suite) -> [String] {
        SpecSection.all.flatMap { section -> [String] in
            let cases = suite.files.filter { $0.sections.contains(section) }.flatMap(\.cases).map(\.id)
            return [section.url] + (cases.isEmpty ? ["  no case"] : cases.map { "  \($0)" })
        }
    }
}

extension String {
    /// The text with spaces behind it up to a width.
    fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
