import CORSBuiltins
import CORSFixtures
import CORSReports
import CORSRunner
import CORSTransports
import CORSVocabulary

/// The target that the command line names, and what may be asked of it.
struct ChosenTarget {
    /// The target.
    var target: any Target
    /// What may be asked of it.
    var terms: TargetTerms
    /// What no report shows.
    var secrets = Secrets([])
    /// The target, if it is a program that says of itself what it cannot express.
    private var adapter: AdapterTarget?

    /// The options that name a target.
    static let names = ["--url", "--launch", "--adapter", "--builtin"]

    /// Reads the options that say what is tested.
    ///
    /// - Parameters:
    ///   - parsed: The arguments.
    ///   - jobs: How many rows may be in flight.
    /// - Throws: `UsageError` if they name two targets, or one wrongly.
    init(_ parsed: ParsedArguments, jobs: Int) throws {
        let named = parsed.occurrences(of: Self.names).map(\.name)
        if named.count > 1 {
            let both = named[0] == named[1] ? "two \(named[0])" : "\(named[0]) and \(named[1])"
            throw UsageError("\(both) name two targets; give one", help: Command.run.helpLine)
        }
        self = try Self.chosen(named.first ?? "--builtin", parsed, jobs: jobs)
        terms.cannot = try CannotOption.inabilities(parsed)
    }

    /// Makes the choice that an option names.
    private static func chosen(_ option: String, _ parsed: ParsedArguments, jobs: Int) throws -> ChosenTarget {
        if option == "--launch", let command = parsed.value(option) { return try LaunchOptions.chosen(command, parsed) }
        if parsed.has(LaunchOptions.startTimeout.name) {
            throw UsageError("--start-timeout applies to --launch", help: Command.run.helpLine)
        }
        if option == "--url", let url = parsed.value(option) {
            return try URLOptions(url: url, parsed: parsed).chosen()
        }
        if option == "--adapter", let command = parsed.value(option) {
            try URLOptions.refuse(parsed, with: option, but: ["--timeout"])
            let timeout = try URLOptions.seconds("--timeout", parsed) ?? ConnectionSettings().timeout
            let target = AdapterTarget(command: command, jobs: jobs, timeout: timeout)
            var chosen = try application(target, parsed)
            chosen.adapter = target
            return chosen
        }
        try URLOptions.refuse(parsed, with: option, but: [])
        let builtin = try BuiltinChoice.builtin(parsed.value("--builtin") ?? "reference")
        return try application(InProcessTarget(builtin.adapter, name: builtin.name, kind: .builtin), parsed)
    }

    /// A target that is a whole application, with the routes and the credentials that the options say.
    static func application(_ target: any Target, _ parsed: ParsedArguments) throws -> ChosenTarget {
        var terms = TargetTerms.application
        for (route, place) in try RouteOption.places(parsed) { terms.routes[route] = place }
        guard let line = try parsed.value("--auth").map({ try HeaderOption.line($0, of: "--auth") }) else {
            return ChosenTarget(target: target, terms: terms, secrets: Secrets([]))
        }
        terms.authentication = .line(line)
        return ChosenTarget(target: target, terms: terms, secrets: Secrets([line]))
    }

    /// The choice after an adapter has said what it cannot express; whatever else, the choice itself.
    func greeted() async -> ChosenTarget {
        var greeted = self
        if let adapter { greeted.terms.cannot.formUnion(await adapter.greet()) }
        return greeted
    }

    /// Makes a choice.
    init(target: any Target, terms: TargetTerms, secrets: Secrets) {
        self.target = target
        self.terms = terms
        self.secrets = secrets
    }
}
