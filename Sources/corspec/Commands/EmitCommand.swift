import CORSEmission
import CORSPolicy
import StrictJSON

/// `corspec emit`: the configuration of an implementation that does what a policy means.
enum EmitCommand {
    static let options: [OptionSpec] =
        [
            OptionSpec(name: "--policy", value: "FILE|NAME", help: "the policy, a file or a bundled one"),
            OptionSpec(
                name: "--environment", value: "NAME", help: "the environment, where the policy file names several"),
        ] + PolicyOptions.all + [
            OptionSpec(name: "--output", value: "FILE", help: "where to write; standard output unless given")
        ]

    /// Runs the command.
    static func run(_ arguments: [String]) throws -> ExitCode {
        let parsed = try ParsedArguments(arguments, options: options, command: .emit)
        let emitter = try emitter(parsed)
        let given = options.map(\.name).first(where: parsed.has)
        guard let emitter else {
            if let given {
                throw UsageError("\(given) needs a name: corspec emit NAME --policy FILE", help: Command.emit.helpLine)
            }
            try Terminal.printOutput(list)
            return .success
        }
        if let path = parsed.value("--output") { try OutputFile.check(path) }
        let policy = try policy(parsed, for: emitter)
        let text: String
        do {
            text = try emitter.emit(policy.policy)
        } catch {
            throw UsageError("policy \(policy.name) cannot be written for \(emitter.name): \(error)")
        }
        if let path = parsed.value("--output") {
            try OutputFile.write(text, to: path)
        } else {
            try Terminal.printOutput(text)
        }
        return .success
    }

    /// Every name with what it writes, a line each.
    static var list: String {
        let width = Emitters.all.map(\.name.count).max() ?? 0
        return Emitters.all.map { emitter in
            let gap = String(repeating: " ", count: width - emitter.name.count)
            return "\(emitter.name)\(gap)  \(emitter.language): \(emitter.summary)\n"
        }.joined()
    }

    /// The names, for a page of help.
    static var names: String {
        let names = Emitters.all.map(\.name)
        return stride(from: 0, to: names.count, by: 7).map { start in
            "  " + names[start..<min(start + 7, names.count)].joined(separator: ", ")
        }.joined(separator: ",\n")
    }

    /// The emitter that the arguments name, or nil if they name none.
    private static func emitter(_ parsed: ParsedArguments) throws -> Emitter? {
        if parsed.positional.count > 1 {
            throw UsageError("\"emit\" takes one name, not \(parsed.positional.count)", help: Command.emit.helpLine)
        }
        guard let name = parsed.positional.first else { return nil }
        if let emitter = Emitters.named(name) { return emitter }
        throw UsageError(
            "\"emit\" does not know \"\(name)\"", near: name, in: Emitters.all.map(\.name),
            help: "Type \"corspec emit\" for the names.")
    }

    /// The one policy that the arguments give.
    private static func policy(_ parsed: ParsedArguments, for emitter: Emitter) throws -> NamedPolicy {
        var inputs = Inputs()
        inputs.environment = parsed.value("--environment")
        if let policy = try PolicyOptions.policy(parsed) {
            if inputs.environment != nil { try Inputs.checkEnvironment(of: [policy]) }
            return policy
        }
        guard let name = parsed.value("--policy") else {
            throw UsageError(
                "\"emit\" needs a policy: corspec emit \(emitter.name) --policy FILE",
                help: "Type \"corspec list policies\" for the bundled ones.")
        }
        let policies = try inputs.policies([name])
        try inputs.report()
        if inputs.environment != nil { try Inputs.checkEnvironment(of: policies) }
        guard let policy = policies.first else { throw UsageError("\"\(name)\" cannot be read") }
        return policy
    }
}
