import StrictJSON

/// A configuration file: the options of a run, and the paths that it is made against.
struct ConfigFile {
    /// The number of the format that is read.
    static let format = 1

    /// The file's name as the user gave it.
    let file: String
    /// The options that hold for the whole run.
    let options: ConfiguredOptions
    /// The paths, each with what it has of its own; empty where there is one share alone.
    let paths: [ConfigPath]

    /// Says what a command line means with what the file states: options of the command line win.
    ///
    /// - Parameter parsed: The command line.
    /// - Returns: The options that hold for the whole run, and each path's share.
    /// - Throws: `UsageError` if an option of the command line has no meaning beside paths.
    func applied(to parsed: ParsedArguments) throws(UsageError) -> (whole: ParsedArguments, shares: [ConfigShare]) {
        if !paths.isEmpty, let option = Self.ofPaths.first(where: parsed.has) {
            throw UsageError(
                "\(option) has no meaning where \(file) names paths: each has its own", help: Command.run.helpLine)
        }
        let whole = parsed.adding(Self.narrowed(options, by: parsed).values)
        let shares = paths.map { path in
            ConfigShare(
                parsed: parsed.adding(
                    Self.narrowed(path.options(over: options, url: whole.value("--url")), by: parsed).values),
                name: path.name, place: path.position)
        }
        return (whole, shares)
    }

    /// What each path has of its own.
    private static var ofPaths: [String] { ["--policy", "--route", "--environment"] + PolicyOptions.all.map(\.name) }

    /// The options that name a target.
    static var targets: [String] {
        let known = Set(RunOptions.all.map(\.name))
        return ["--url", "--builtin", "--launch", "--adapter"].filter(known.contains)
    }

    /// Returns the options without those that something on the command line takes the place of.
    private static func narrowed(_ options: ConfiguredOptions, by parsed: ParsedArguments) -> ConfiguredOptions {
        var narrowed = options
        if targets.contains(where: parsed.has) {
            narrowed.remove(targets)
            if !parsed.has("--url") { narrowed.remove(URLOptions.names) }
        }
        let policies = ["--policy"] + PolicyOptions.all.map(\.name)
        if policies.contains(where: parsed.has) { narrowed.remove(policies + ["--environment"]) }
        return narrowed
    }

    /// Returns an error with the place of the option that it is about, where the file states that option.
    func placed(_ error: UsageError) -> UsageError {
        let places = paths.reduce(options.places) { $0.merging($1.options.places) { first, _ in first } }
        let names = places.keys.sorted { ($1.count, $0) < ($0.count, $1) }
        guard let name = names.first(where: { Self.mentions(error.message, $0) }), let place = places[name] else {
            return error
        }
        var placed = error
        placed.message = "\(file):\(place.line):\(place.column): \(error.message)"
        return placed
    }

    /// Says whether a message names an option as a word of its own.
    private static func mentions(_ message: String, _ option: String) -> Bool {
        message.split(whereSeparator: { " :,;\"'".contains($0) }).contains(Substring(option))
    }
}
