import CORSFixtures
import CORSPolicy
import CORSRunner
import StrictJSON

/// `corspec export`: the literal cases for a policy, as JSON.
enum ExportCommand {
    static let options: [OptionSpec] = [
        OptionSpec(name: "--policy", value: "FILE|NAME", help: "the policy that the cases are bound to; required"),
        OptionSpec(
            name: "--suite", value: "PATH", repeats: true, help: "the fixture files, in place of the bundled ones"),
        OptionSpec(name: "--output", value: "FILE", help: "where to write; standard output unless given"),
    ]

    /// Runs the command.
    static func run(_ arguments: [String]) throws -> ExitCode {
        let parsed = try ParsedArguments(arguments, options: options, command: .export)
        if let extra = parsed.positional.first { throw UsageError("\"export\" takes no argument \"\(extra)\"") }
        guard let name = parsed.value("--policy") else {
            throw UsageError(
                "\"export\" needs a policy: corspec export --policy FILE",
                help: "Type \"corspec list policies\" for the bundled ones.")
        }
        let policies = try Inputs.policies([name])
        let suite = try Inputs.suite(parsed.all("--suite"))
        guard let policy = policies.first else { throw UsageError("there is no policy") }
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
