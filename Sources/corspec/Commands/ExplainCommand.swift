import CORSExplanation
import CORSReports
import CORSVocabulary
import FetchModel
import StrictJSON

/// `corspec explain`: a case in prose; without an id, what a browser does with a transcript or a HAR, and why.
enum ExplainCommand {
    /// Longer transcripts are not read.
    static let longestTranscript = 16 * 1024 * 1024
    /// Longer HAR files are not read.
    static let longestHAR = 64 * 1024 * 1024

    /// The options of a case.
    private static let ofCases: [OptionSpec] = [
        OptionSpec(
            name: "--policy", value: "FILE|NAME",
            help: "the policy that the case is bound to; the first bundled one that it applies to unless given"),
        OptionSpec(name: "--environment", value: "NAME", help: "the environment, where the policy file names several"),
        OptionSpec(
            name: "--suite", value: "PATH", repeats: true,
            help: "a fixture file or a folder of them, in place of the bundled ones; \"bundled\" names those"),
    ]

    static let options: [OptionSpec] =
        ofCases + [
            OptionSpec(name: "--file", value: "FILE", help: "the transcript; standard input (or -) unless given"),
            OptionSpec(
                name: "--har", value: "FILE", help: "a HAR file, as a browser's developer tools export it, or -"),
        ] + PageArguments.all + [
            OptionSpec(name: "--color", value: "WHEN", help: "auto (default), always or never")
        ]

    /// Runs the command.
    static func run(_ arguments: [String]) async throws -> ExitCode {
        let parsed = try ParsedArguments(arguments, options: options, command: .explain)
        let colors = try ColorChoice(parsed, command: .explain)
        try check(parsed)
        let lines =
            if let id = parsed.positional.first {
                try await explainCase(id, parsed, colors)
            } else if let path = parsed.value("--har") {
                try explainHAR(path, parsed, colors)
            } else {
                try explainTranscript(parsed.value("--file") ?? "-", parsed, colors)
            }
        try Terminal.printOutput(lines.joined(separator: "\n") + "\n")
        return .success
    }

    /// Checks that the options go together.
    private static func check(_ parsed: ParsedArguments) throws(UsageError) {
        let help = Command.explain.helpLine
        if parsed.positional.count > 1 {
            throw UsageError("\"explain\" takes one id, not \(parsed.positional.count)", help: help)
        }
        if let id = parsed.positional.first {
            let others = ["--file", "--har"] + PageArguments.all.map(\.name)
            if let option = others.first(where: parsed.has) {
                throw UsageError("\(option) is for transcripts, not for the case \"\(id)\"", help: help)
            }
        } else if let option = ofCases.map(\.name).first(where: parsed.has) {
            throw UsageError("\(option) is for cases; give an id: corspec explain ID", help: help)
        }
        if parsed.has("--file"), parsed.has("--har") {
            throw UsageError("--file and --har are both given; give one of them", help: help)
        }
    }
}

// MARK: - Transcripts

extension ExplainCommand {
    private static func explainTranscript(
        _ path: String, _ parsed: ParsedArguments, _ colors: ColorChoice
    ) throws -> [String] {
        let page = try PageArguments.options(parsed)
        let bytes = try read(path, what: "the transcript", limit: longestTranscript)
        do {
            let exchanges = try TranscriptReader.read(bytes, file: name(path))
            let fetch = try TranscriptFetch.observed(exchanges, page: page)
            return FetchText(FetchExplainer.explain(fetch), paint: colors.paint, width: colors.width).lines
        } catch let diagnostic as Diagnostic {
            throw UsageError(diagnostic)
        } catch let error as FetchError {
            throw UsageError(error.message, help: Command.explain.helpLine)
        }
    }

    private static func explainHAR(
        _ path: String, _ parsed: ParsedArguments, _ colors: ColorChoice
    ) throws -> [String] {
        let page = try PageArguments.options(parsed)
        let bytes = try read(path, what: "the HAR file", limit: longestHAR)
        do throws(Diagnostic) {
            let file = try HARReader.read(bytes, file: name(path))
            return HARText(HARExplanation(file, page: page), paint: colors.paint, width: colors.width).lines
        } catch {
            throw UsageError(error)
        }
    }

    private static func read(_ path: String, what: String, limit: Int) throws(UsageError) -> [UInt8] {
        guard path == "-" else { return try InputFile.read(path, what: what, limit: limit) }
        if Terminal.readsKeyboard { Terminal.printError("reading \(what) from the terminal; Control-D ends it") }
        return try InputFile.readStandardInput(limit: limit)
    }

    private static func name(_ path: String) -> String { path == "-" ? "standard input" : path }
}

// MARK: - Cases

extension ExplainCommand {
    private static func explainCase(
        _ id: String, _ parsed: ParsedArguments, _ colors: ColorChoice
    ) async throws -> [String] {
        var inputs = Inputs()
        inputs.environment = parsed.value("--environment")
        let policies = try inputs.policies(parsed.all("--policy"))
        let suite = try inputs.suite(parsed.all("--suite"))
        try inputs.report()
        if inputs.environment != nil { try Inputs.checkEnvironment(of: policies) }
        guard let suite else { throw UsageError("the suite cannot be read") }
        do {
            let found = try await CaseFinder.find(id, in: suite, policies: policies)
            return CaseText(try await CaseExplainer.explain(found), paint: colors.paint, width: colors.width).lines
        } catch let error as CaseError {
            throw UsageError(error.message, help: "Type \"corspec list cases\" for the ids.")
        }
    }
}

extension UsageError {
    /// Makes an error of what is wrong with a file that somebody gave.
    fileprivate init(_ diagnostic: Diagnostic) { self.init(diagnostic.description) }
}
