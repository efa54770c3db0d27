import CORSBuiltins
import CORSFixtures
import CORSPolicy
import CORSReports
import CORSRunner
import CORSVocabulary
import Foundation
import StrictJSON

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
            help: "list the cases of these files in place of the bundled ones"),
        OptionSpec(
            name: "--matrix",
            help: "with builtins: run the suite against each, and show which case finds which; exit 1 if a fault is "
                + "missed, a correct one is not clean, or a case finds none and does not say why it stands"),
        OptionSpec(name: "--policy", value: "FILE|NAME", repeats: true, help: "with --matrix: run with these alone"),
        OptionSpec(name: "--format", value: "FORMAT", help: "with --matrix: text (default) or json"),
    ]

    /// Runs the command.
    static func run(_ arguments: [String]) async throws -> ExitCode {
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
        if parsed.has("--matrix") {
            guard subject == .builtins else {
                throw UsageError("--matrix applies to builtins, not to \(name)", help: Command.list.helpLine)
            }
            return try await matrix(parsed)
        }
        for option in ["--format", "--policy"] where parsed.has(option) {
            throw UsageError("\(option) goes with --matrix", help: Command.list.helpLine)
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
        case .clauses where paths.isEmpty: return try bundledClauses()
        case .cases, .clauses:
            let suite = try inputs.suite(paths)
            try inputs.report()
            guard let suite else { throw UsageError("the suite cannot be read") }
            return subject == .cases ? cases(suite) : clauses(of: suite)
        }
    }

    private static func cases(_ suite: Suite) -> [String] {
        sections(suite.files.map { ($0.title, table($0.cases.map { ($0.id, $0.title) })) })
    }

    private static func builtins() -> [String] {
        let width = Builtin.all.map(\.name.count).max() ?? 0
        var headings: [String] = []
        for builtin in Builtin.all where headings.last != builtin.heading { headings.append(builtin.heading) }
        return sections(
            headings.map { heading in
                let lines = Builtin.all.filter { $0.heading == heading }.map { builtin in
                    let severity = (builtin.severity?.rawValue ?? "").padding(8)
                    return (builtin.name.padding(width), severity + builtin.summary)
                }
                return (heading, table(lines))
            })
    }

    /// Runs the suite against every builtin and prints which case finds which.
    private static func matrix(_ parsed: ParsedArguments) async throws -> ExitCode {
        let format = try MatrixFormat(named: parsed.value("--format") ?? MatrixFormat.text.rawValue)
        var inputs = Inputs()
        let suite = try inputs.suite([])
        let policies = try inputs.policies(parsed.all("--policy"))
        try inputs.report()
        guard let suite else { throw UsageError("the suite cannot be read") }
        let matrix = try await KillMatrix.run(
            Builtin.all, suite: suite, policies: policies, jobs: ProcessInfo.processInfo.activeProcessorCount)
        switch format {
        case .text: try Terminal.printOutput(MatrixText.render(matrix))
        case .json: try Terminal.printOutput(MatrixJSON.render(matrix, version: CorspecCommand.version))
        }
        return matrix.problems.isEmpty ? .success : .findings
    }

    private enum MatrixFormat: String, CaseIterable {
        case text
        case json

        init(named name: String) throws {
            let names = Self.allCases.map(\.rawValue)
            guard let format = Self(rawValue: name) else {
                throw UsageError(
                    "unknown format \"\(name)\"; accepted: \(names.joined(separator: ", "))", near: name, in: names,
                    help: Command.list.helpLine)
            }
            self = format
        }
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

    /// The standard's clauses, each with the cases that judge it or the reason why none does.
    private static func bundledClauses() throws -> [String] {
        let (clauses, diagnostics) = BundledFixtures.clauses()
        guard diagnostics.isEmpty else { throw UsageError(diagnostics.map(\.description).joined(separator: "\n")) }
        return sections(
            SpecSection.all.map { section in
                let lines = clauses.filter { $0.section == section }.flatMap { clause in
                    switch clause.coverage {
                    case .cases(let ids): [clause.text, "  " + ids.joined(separator: ", ")]
                    case .notJudged(let reason): [clause.text, "  no case: \(reason)"]
                    }
                }
                return (section.url, lines)
            })
    }

    /// The sections that a suite of one's own names, each with its cases.
    private static func clauses(of suite: Suite) -> [String] {
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
