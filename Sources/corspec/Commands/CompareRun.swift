import CORSReports
import CORSRunner

/// `corspec run` with several targets, or with reports of earlier runs: one column each.
enum CompareRun {
    /// What a column is made of.
    private enum Source: Sendable {
        case target(ComparedTarget)
        case report(ComparedColumn)
    }

    /// Says whether the arguments ask for a comparison.
    static func isMeant(by parsed: ParsedArguments) -> Bool {
        parsed.has("--compare") || parsed.occurrences(of: ChosenTarget.names).count > 1
    }

    /// Runs the targets one after the other, and writes the comparison.
    static func run(_ parsed: ParsedArguments, paths: [ConfigShare], _ files: Inputs) async throws -> ExitCode {
        try refuse(parsed, paths)
        let outputs = try RunOutputs(parsed, isComparison: true)
        let sources = try await sources(parsed, files)
        try outputs.checkFiles()
        let keepsAnswers = sources.count == 2
        let outcome = await Signals.cancelling(on: Signals.interrupts()) { () -> Result<[ComparedColumn], any Error> in
            do {
                return .success(try await columns(sources, keepsAnswers: keepsAnswers))
            } catch {
                return .failure(error)
            }
        }
        guard let outcome else { return .interrupted }
        let comparison = Comparison(try outcome.result.get())
        try outputs.write(
            comparison, areDifferences: parsed.has("--differences"), isInterrupted: outcome.isInterrupted)
        return ExitCode(
            Conclusion(comparison, isStrict: outputs.isStrict, isInterrupted: outcome.isInterrupted))
    }

    /// Reads the reports, and plans the targets, in the order given.
    private static func sources(_ parsed: ParsedArguments, _ files: Inputs) async throws -> [Source] {
        let given = parsed.occurrences(of: ChosenTarget.names + ["--compare"])
        let targets = given.map(\.name).filter { $0 != "--compare" }
        let jobs = try RunCommand.jobs(parsed)
        let selection = Selection(only: parsed.all("--only"), except: parsed.all("--except"))
        var sources: [Source] = []
        var reports = files
        var isTold = false
        for option in given {
            if option.name == "--compare" {
                let report = try NamedReport(option.value)
                guard let column = try reports.column(report, keepsAnswers: given.count == 2) else { continue }
                let selected = selection.select(from: column)
                guard column.entries.isEmpty || !selected.entries.isEmpty else {
                    throw UsageError("--only and --except leave none of the rows of \(report.path)")
                }
                sources.append(.report(selected))
            } else {
                var inputs = files
                inputs.isTold = isTold
                isTold = true
                let own = ComparedTarget.arguments(of: option, among: targets, parsed)
                sources.append(
                    .target(try await ComparedTarget(own, jobs: jobs, selection: selection, into: &inputs)))
            }
        }
        try reports.report()
        return sources
    }

    /// Makes the columns; a run's report is let go as soon as its column is drawn.
    private static func columns(_ sources: [Source], keepsAnswers: Bool) async throws -> [ComparedColumn] {
        var columns: [ComparedColumn] = []
        for source in sources {
            switch source {
            case .report(let column): columns.append(column)
            case .target(let target):
                if Task.isCancelled { continue }
                let report = try await target.run()
                for failure in report.failures { Terminal.printError("corspec: \(report.target.name): \(failure)") }
                columns.append(ComparedColumn(report, keepsAnswers: keepsAnswers))
            }
        }
        return columns
    }

    // MARK: - What has no meaning in a comparison

    private static let refused = ["--baseline", "--write-baseline", "--failed", "--fail-fast", "--dry-run"]

    /// The options that say how targets are run.
    private static var ofTargets: [String] {
        ["--start-timeout", "--cannot", "--route", "--auth", "--policy", "--environment", "--suite", "--jobs"]
            + PolicyOptions.all.map(\.name) + URLOptions.names
    }

    private static func refuse(_ parsed: ParsedArguments, _ paths: [ConfigShare]) throws(UsageError) {
        if !paths.isEmpty {
            throw UsageError(
                "a configuration with paths has no meaning in a comparison; compare its report: --compare REPORT.json",
                help: compareHelp)
        }
        if let option = refused.first(where: parsed.has) {
            throw UsageError("\(option) has no meaning in a comparison of several targets", help: compareHelp)
        }
        guard !ChosenTarget.names.contains(where: parsed.has) else { return }
        if let option = ofTargets.first(where: parsed.has) {
            throw UsageError(
                "\(option) has no meaning where reports are compared and no target is run", help: compareHelp)
        }
    }

    private static let compareHelp = "Type \"corspec help compare\" for what a comparison takes."
}
