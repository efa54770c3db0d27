import CORSPolicy
import CORSVocabulary
import StrictJSON

/// `corspec lint`: what is wrong or dangerous in a policy, before any server sees it.
enum LintCommand {
    private enum Format: String, CaseIterable {
        case text
        case json
    }

    static let options: [OptionSpec] =
        [
            OptionSpec(
                name: "--policy", value: "FILE|NAME", repeats: true, help: "a policy file or a bundled policy")
        ] + PolicyOptions.all + [
            OptionSpec(name: "--format", value: "FORMAT", help: "what standard output gets: text (default) or json"),
            OptionSpec(name: "--strict", help: "let hazards fail as well"),
            OptionSpec(name: "--color", value: "WHEN", help: "auto (default), always or never"),
        ]

    /// Runs the command.
    static func run(_ arguments: [String]) throws -> ExitCode {
        let parsed = try ParsedArguments(arguments, options: options, command: .lint)
        let format = try format(parsed.value("--format") ?? Format.text.rawValue)
        let colors = try ColorChoice(parsed, command: .lint)
        let policies = try policies(parsed)
        for failure in policies.compactMap(\.failure) { Terminal.printError(failure.description) }
        switch format {
        case .text: try Terminal.printOutput(LintReport(policies: policies, colors: colors).text + "\n")
        case .json: try Terminal.printOutput(LintDocument.render(policies))
        }
        return code(policies, isStrict: parsed.has("--strict"))
    }

    private static func policies(_ parsed: ParsedArguments) throws -> [LintedPolicy] {
        let help = Command.lint.helpLine
        let names = parsed.all("--policy")
        if let extra = parsed.positional.first {
            throw UsageError("\"lint\" takes no argument \"\(extra)\"; name a policy with --policy", help: help)
        }
        guard let first = PolicyOptions.first(parsed) else {
            guard !names.isEmpty else {
                throw UsageError(
                    "\"lint\" needs a policy: --policy FILE, or --allow-origin https://app.example.com", help: help)
            }
            return try names.map { try LintedPolicy($0) }
        }
        guard names.isEmpty else {
            throw UsageError("\(first) makes a policy, and so does --policy; give one of them", help: help)
        }
        return [LintedPolicy(parsed)].compactMap { $0 }
    }

    /// What the process ends with: 2 if a policy cannot be read, 1 for what is unsafe or broken.
    private static func code(_ policies: [LintedPolicy], isStrict: Bool) -> ExitCode {
        if policies.contains(where: { $0.failure != nil }) { return .usage }
        let limit = isStrict ? Severity.hazard : .broken
        return policies.contains { $0.findings.contains { $0.severity >= limit } } ? .findings : .success
    }

    private static func format(_ name: String) throws -> Format {
        if let format = Format(rawValue: name) { return format }
        let names = Format.allCases.map(\.rawValue)
        throw UsageError(
            "unknown format \"\(name)\"; accepted: \(names.joined(separator: ", "))", near: name, in: names,
            help: Command.lint.helpLine)
    }
}
