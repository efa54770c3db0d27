import CORSBuiltins
import CORSFixtures
import CORSPolicy
import CORSReports
import CORSRunner
import CORSVocabulary

/// `corspec run`: runs cases against a target.
enum RunCommand {
    /// Runs the command.
    static func run(_ arguments: [String]) async throws -> ExitCode {
        let given = try ParsedArguments(arguments, options: RunOptions.all, command: .run)
        if let extra = given.positional.first {
            throw UsageError(
                "\"run\" takes no argument \"\(extra)\"; name cases with --only, fixture files with --suite",
                help: Command.run.helpLine)
        }
        var inputs = Inputs()
        guard let path = given.value("--config") else { return try await run(given, paths: [], inputs) }
        let config = try inputs.config(path)
        try inputs.report()
        guard let config else { throw UsageError("the configuration cannot be read") }
        let (whole, paths) = try config.applied(to: given)
        do {
            return try await run(whole, paths: paths, inputs)
        } catch let error as UsageError {
            throw config.placed(error)
        }
    }

    /// Runs what the arguments say, with the paths of a configuration file.
    private static func run(
        _ parsed: ParsedArguments, paths: [ConfigShare], _ files: Inputs
    ) async throws -> ExitCode {
        if CompareRun.isMeant(by: parsed) { return try await CompareRun.run(parsed, paths: paths, files) }
        if parsed.has("--differences") {
            throw UsageError(
                "--differences is for comparisons: give two targets, or --compare REPORT.json",
                help: Command.run.helpLine)
        }
        var inputs = files
        let outputs = try RunOutputs(parsed)
        let jobs = try jobs(parsed)
        let chosen = try ChosenTarget(parsed, jobs: jobs)
        let baseline = try BaselineFiles(parsed, today: Clock.today(), into: &inputs)
        let narrowing = try RunNarrowing(parsed, into: &inputs)
        let shares = try RunShares(parsed, chosen: chosen, jobs: jobs, paths: paths, into: &inputs)
        let whole = try await shares.plan()
        guard let plan = try narrowing.select(from: whole) else { return .success }
        if parsed.has("--dry-run") {
            try outputs.refuseForDryRun(parsed)
            Terminal.printError(PlanLine.text(plan, target: chosen.target.description))
            try Terminal.printOutput(PlanText.render(plan, secrets: shares.secrets))
            return .success
        }
        try outputs.checkFiles()
        let fast = FailFast(
            isOn: parsed.has("--fail-fast"), isStrict: outputs.isStrict, known: baseline.matcher(of: whole))
        let outcome = await Signals.cancelling(on: Signals.interrupts()) { () -> Result<RunReport, any Error> in
            do {
                let greeted = await chosen.greeted()
                let isPlanned = greeted.terms.cannot == chosen.terms.cannot
                let known =
                    isPlanned ? plan : try await shares.plan(cannot: greeted.terms.cannot).narrowed(to: plan)
                return .success(await run(known, against: shares.target, jobs: jobs, fast))
            } catch {
                await chosen.target.end()
                return .failure(error)
            }
        }
        guard let outcome else { return .interrupted }
        var report = shares.secrets.hiding(try outcome.result.get())
        narrowing.mark(&report)
        try baseline.apply(to: &report, of: whole, isStrict: outputs.isStrict, isInterrupted: outcome.isInterrupted)
        return try write(report, to: outputs, isInterrupted: outcome.isInterrupted)
    }

    /// Runs a plan.
    static func run(
        _ plan: Plan, against target: any Target, jobs: Int, _ fast: FailFast
    ) async -> RunReport {
        Terminal.printError(PlanLine.text(plan, target: target.description))
        let progress = ProgressLine(total: plan.rows.count, isShown: Terminal.showsProgress)
        defer { progress.end() }
        return await Runner(target: target, jobs: jobs, endsRun: fast.endsRun).run(plan) { progress.add($0) }
    }

    /// Writes the reports and says what the run comes to.
    private static func write(_ report: RunReport, to outputs: RunOutputs, isInterrupted: Bool) throws -> ExitCode {
        for failure in report.failures { Terminal.printError("corspec: \(report.target.name): \(failure)") }
        try outputs.write(report, isInterrupted: isInterrupted)
        return ExitCode(Conclusion(report, isStrict: outputs.isStrict, isInterrupted: isInterrupted))
    }

    /// The policies that cases without one of their own are bound to.
    static func policies(
        _ parsed: ParsedArguments, for chosen: ChosenTarget, into inputs: inout Inputs, areNeeded: Bool
    ) throws -> [NamedPolicy] {
        let stated = try PolicyOptions.policy(parsed)
        let files = parsed.all("--policy")
        guard areNeeded else {
            guard let option = files.isEmpty ? PolicyOptions.first(parsed) : "--policy" else { return [] }
            throw UsageError(
                "the fixture files carry their own policies; \(option) does not apply to them",
                help: Command.run.helpLine)
        }
        if let stated, chosen.terms.hasDefaults { return [stated] }
        guard !chosen.terms.hasDefaults else { return try inputs.policies(files) }
        if stated == nil, files.count != 1 {
            throw UsageError(
                files.isEmpty
                    ? "--url needs a policy, since the server does not say what its team means: --policy FILE, or for "
                        + "a first try --allow-origin https://app.example.com"
                    : "--url takes one policy: the server has been set up with one",
                help: "Type \"corspec help policy\" for what a policy file says.")
        }
        let policies = try stated.map { [$0] } ?? inputs.policies(files)
        if let policy = policies.first?.policy, policy.stated.isDisjoint(with: [.allowOrigins, .allowOriginRegex]) {
            throw UsageError(
                "the policy states no origin, so nothing can be judged; state allow_origins or allow_origin_regex "
                    + "([] for none)",
                help: "Type \"corspec help policy\" for what a policy file says.")
        }
        return policies
    }

    /// How many rows may be in flight.
    ///
    /// - Throws: `UsageError` if the value is wrong.
    static func jobs(_ parsed: ParsedArguments) throws -> Int {
        guard let text = parsed.value("--jobs") else { return 8 }
        guard let jobs = Int(text), (1...256).contains(jobs) else {
            throw UsageError(
                "--jobs takes a whole number from 1 to 256, not \"\(text)\"", help: Command.run.helpLine)
        }
        return jobs
    }
}
