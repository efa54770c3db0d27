import CORSBuiltins
import CORSFixtures
import CORSReports
import CORSRunner
import CORSVocabulary

/// The target that the command line names, and what may be asked of it.
struct ChosenTarget {
    /// The target.
    var target: any Target
    /// What may be asked of it.
    var terms: TargetTerms
    /// What no report shows.
    var secrets = Secrets([])

    /// Reads the options that say what is tested.
    ///
    /// - Throws: `UsageError` if they name two targets, or one wrongly.
    init(_ parsed: ParsedArguments) throws {
        if parsed.has("--url"), parsed.has("--builtin") {
            throw UsageError("--url and --builtin name two targets; give one", help: Command.run.helpLine)
        }
        if let url = parsed.value("--url") {
            self = try URLOptions(url: url, parsed: parsed).chosen()
            return
        }
        if let option = URLOptions.names.first(where: { parsed.has($0) }) {
            throw UsageError("\(option) applies to a server at a URL: give --url", help: Command.run.helpLine)
        }
        let builtin = try BuiltinChoice.builtin(parsed.value("--builtin") ?? "reference")
        target = InProcessTarget(builtin.adapter, name: builtin.name, kind: .builtin)
        terms = .application
        for (route, place) in try RouteOption.places(parsed) { terms.routes[route] = place }
        if let line = try parsed.value("--auth").map({ try HeaderOption.line($0, of: "--auth") }) {
            terms.authentication = .line(line)
            secrets = Secrets([line])
        }
    }

    /// Makes a choice.
    init(target: any Target, terms: TargetTerms, secrets: Secrets) {
        self.target = target
        self.terms = terms
        self.secrets = secrets
    }
}
