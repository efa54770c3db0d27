/// A command's arguments, sorted out.
struct ParsedArguments {
    private var values: [String: [String]] = [:]
    /// The options that take values, in the order given.
    private var order: [(name: String, value: String)] = []
    /// What is no option.
    private(set) var positional: [String] = []

    /// Parses arguments: `--name value`, `--name=value`, `--flag`, and after `--` positional ones alone.
    ///
    /// - Throws: `UsageError` for an unknown option, a missing or a superfluous value, or one given twice.
    init(_ arguments: [String], options: [OptionSpec], command: Command) throws {
        let help = command.helpLine
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                positional += rest
                return
            }
            guard argument.hasPrefix("-"), argument != "-" else {
                positional.append(argument)
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let name = parts[0]
            guard let option = options.first(where: { $0.name == name }) else {
                throw UsageError("unknown option \(name)", near: name, in: options.map(\.name), help: help)
            }
            if values[name] != nil, !option.repeats { throw UsageError("\(name) is given twice", help: help) }
            guard let value = option.value else {
                if parts.count > 1 { throw UsageError("\(name) takes no value", help: help) }
                values[name] = []
                continue
            }
            let given = parts.count > 1 ? parts[1] : rest.popFirst()
            guard let given, !given.isEmpty, parts.count > 1 || !given.hasPrefix("--") else {
                throw UsageError("\(name) needs a value: \(name) \(value)", help: help)
            }
            values[name, default: []].append(given)
            order.append((name, given))
        }
    }

    /// Returns the arguments with options that a configuration file states, where the command line does not.
    func adding(_ configured: [String: [String]]) -> ParsedArguments {
        var whole = self
        whole.values.merge(configured) { given, _ in given }
        return whole
    }

    /// Returns the arguments with some options taken away.
    func removing(_ names: [String]) -> ParsedArguments {
        var fewer = self
        for name in names { fewer.values[name] = nil }
        fewer.order.removeAll { names.contains($0.name) }
        return fewer
    }

    /// The values of some options, in the order given; those of a configuration file come last.
    func occurrences(of names: [String]) -> [(name: String, value: String)] {
        let given = order.filter { names.contains($0.name) }
        let told = Set(given.map(\.name))
        return given + names.filter { !told.contains($0) }.flatMap { name in all(name).map { (name, $0) } }
    }

    /// Whether a flag was given.
    func has(_ name: String) -> Bool { values[name] != nil }

    /// The value of an option, or nil.
    func value(_ name: String) -> String? { values[name]?.last }

    /// All values of an option that may be repeated.
    func all(_ name: String) -> [String] { values[name] ?? [] }
}
