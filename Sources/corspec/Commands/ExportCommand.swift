import CORSFixtures
import CORSPolicy
import CORSRunner
import StrictJSON

/// `corspec export`: the literal cases for a policy, as JSON.
enum ExportCommand {
    static let options: [OptionSpec] = [
        OptionSpec(name: "--policy", value: "FILE|NAME", help: "the policy that the cases are bound to; required"),
        OptionSpec(name: "--environment", value: "NAME", help: "the environment, where the policy file names several"),
        OptionSpec(
            name: "--suite", value: "PATH", repeats: true, help: "the fixture files, in place of the bundled ones"),
        OptionSpec(name: "--output", value: "FILE", help: "where to write; standard output unless given"),
    ]

    /// Runs the command.
    static func run(_ arguments: [String]) throws -> ExitCode {
        let parsed = try ParsedArguments(arguments, options: options, command: .export)
        if let extra = parsed.positional.first {
            throw UsageError("\"export\" takes no argument \"\(extra)\"", help: Command.export.helpLine)
        }
        guard let name = parsed.value("--policy") else {
            throw UsageError(
                "\"export\" needs a policy: corspec export --policy FILE",
                help: "Type \"corspec list policies\" for the bundled ones.")
        }
        if let path = parsed.value("--output") { try OutputFile.check(path) }
        var inputs = Inputs()
        inputs.environment = parsed.value("--environment")
        let policies = try inputs.policies([name])
        let suite = try inputs.suite(parsed.all("--suite"))
        try inputs.report()
        if inputs.environment != nil { try Inputs.checkEnvironment(of: policies) }
        guard let policy = policies.first, let suite else { throw UsageError("\"\(name)\" cannot be read") }
        let text: String
        do {
            text = JSONWriter.document(try Exporter.document(suite, policy: policy, origin: InProcessTarget.origin))
        } catch {
            throw UsageError("policy \(policy.name): \(error)")
        }
        if let path = parsed.value("--output") {
            try OutputFile.write(text, to: path)
        } else {
            try Terminal.printOutput(text)
        }
        return .success
    }
}
