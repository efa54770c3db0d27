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
        case rules

        /// Whether it is made of fixture files.
        var isOfSuite: Bool { self == .cases || self == .clauses }
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
        let name = parsed.positional.first ?? Subject.cases.rawValue
        guard let subject = Subject(rawValue: name), parsed.positional.count < 2 else {
            let wrong = parsed.positional.count > 1 ? parsed.positional[1] : name
            throw UsageError(
                "\"list\" does not know \"\(wrong)\"; accepted: \(names.joined(separator: ", "))", near: wrong,
                in: names, help: Command.list.helpLine)
        }
        if !subject.isOfSuite, !parsed.all("--suite").isEmpty {
            throw UsageError("--suite applies to cases and clauses, not to \(name)", help: Command.list.helpLine)
        }
        let lines = try lines(of: subject, suite: parsed.all("--suite"))
        try Terminal.printOutput(lines.joined(separator: "\n") + "\n")
        return .success
    }

    private static func lines(of subject: Subject, suite paths: [String]) throws -> [String] {
        var inputs = Inputs()
        switch subject {
        case .builtins: return builtins()
        case .rules: return rules()
        case .policies:
            let policies = try inputs.policies([])
            try inputs.report()
            return table(policies.map { ($0.name, $0.comment ?? "") })
        case .cases, .clauses:
            let suite = try inputs.suite(paths)
            try inputs.report()
            guard let suite else { throw UsageError("the suite cannot be read") }
            return subject == .cases ? cases(suite) : clauses(suite)
        }
    }

    private static func cases(_ suite: Suite) -> [String] {
        sections(suite.files.map { ($0.title, table($0.cases.map { ($0.id, $0.title) })) })
    }

    private static func builtins() -> [String] {
        var order: [String] = []
        var rows: [String: [(String, String)]] = [:]
        let width = Builtin.all.map(\.name.count).max() ?? 0
        for builtin in Builtin.all {
            let isAlone = builtin.kind.rawValue == builtin.family
            let heading = isAlone ? builtin.family : "\(builtin.kind.rawValue): \(builtin.family)"
            if rows[heading] == nil { order.append(heading) }
            let severity = (builtin.severity?.rawValue ?? "").padding(8)
            rows[heading, default: []].append((builtin.name.padding(width), severity + builtin.summary))
        }
        return sections(order.map { ($0, table(rows[$0] ?? [])) })
    }

    private static func rules() -> [String] {
        let width = Lint.rules.map(\.code.count).max() ?? 0
        return Lint.rules.map { "\($0.code.padding(width))  \($0.severity.rawValue.padding(8))\($0.summary)" }
    }

    /// Sets headings over lines, with a blank line between the sections.
    private static func sections(_ sections: [(title: String, lines: [String])]) -> [String] {
        let texts = sections.map { [$0.title] + $0.lines.map { "  \($0)" } }
        return Array(texts.joined(separator: [""]))
    }

    /// Sets texts beside names.
    private static func table(_ rows: [(String, String)]) -> [String] {
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, text in text.isEmpty ? name : "\(name.padding(width))  \(text)" }
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
