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
        let parsed = try ParsedArguments(arguments, options: RunOptions.all, command: .run)
        if let extra = parsed.positional.first {
            throw UsageError(
                "\"run\" takes no argument \"\(extra)\"; name cases with --only, fixture files with --suite",
                help: Command.run.helpLine)
        }
        let outputs = try RunOutputs(parsed)
        let jobs = try jobs(parsed)
        let chosen = try ChosenTarget(parsed, jobs: jobs)
        let (suite, policies) = try inputs(parsed, for: chosen)
        let plan = try await plan(suite, policies, parsed, for: chosen)
        if parsed.has("--dry-run") {
            try outputs.refuseForDryRun()
            Terminal.printError(PlanLine.text(plan, target: chosen.target.description))
            try Terminal.printOutput(PlanText.render(plan, secrets: chosen.secrets))
            return .success
        }
        try outputs.checkFiles()
        let interrupts = Signals.interrupts()
        let outcome = await Signals.cancelling(on: interrupts) { () -> Result<RunReport, any Error> in
            do {
                let greeted = await chosen.greeted()
                let isPlanned = greeted.terms.cannot == chosen.terms.cannot
                let known = isPlanned ? plan : try await self.plan(suite, policies, parsed, for: greeted)
                return .success(await run(known, against: greeted.target, jobs: jobs))
            } catch {
                await chosen.target.end()
                return .failure(error)
            }
        }
        guard let outcome else { return .interrupted }
        let report = chosen.secrets.hiding(try outcome.result.get())
        return try write(report, outputs: outputs, isInterrupted: outcome.isInterrupted)
    }

    /// Runs a plan.
    private static func run(_ plan: Plan, against target: any Target, jobs: Int) async -> RunReport {
        Terminal.printError(PlanLine.text(plan, target: target.description))
        let progress = ProgressLine(total: plan.rows.count, isShown: Terminal.showsProgress)
        defer { progress.end() }
        return await Runner(target: target, jobs: jobs).run(plan) { progress.add($0) }
    }

    /// Writes the reports of a run.
    private static func write(_ report: RunReport, outputs: RunOutputs, isInterrupted: Bool) throws -> ExitCode {
        for failure in report.failures { Terminal.printError("corspec: \(report.target.name): \(failure)") }
        try outputs.write(report, isInterrupted: isInterrupted)
        return ExitCode(Conclusion(report, isStrict: outputs.isStrict, isInterrupted: isInterrupted))
    }

    /// Reads the fixture files, and the policies for those without one of their own.
    private static func inputs(
        _ parsed: ParsedArguments, for chosen: ChosenTarget
    ) throws -> (suite: Suite, policies: [NamedPolicy]) {
        var inputs = Inputs()
        let suite = try inputs.suite(parsed.all("--suite"))
        let hasTemplates = suite?.files.contains { $0.policy == nil } ?? true
        let policies = try policies(parsed, for: chosen, into: &inputs, areNeeded: hasTemplates)
        try inputs.report()
        guard let suite else { throw UsageError("the suite cannot be read") }
        return (suite, policies)
    }

    private static func plan(
        _ suite: Suite, _ policies: [NamedPolicy], _ parsed: ParsedArguments, for chosen: ChosenTarget
    ) async throws -> Plan {
        do {
            let whole = try await Planner.plan(
                suite, policies: policies, target: chosen.target.description, terms: chosen.terms)
            return try Selection(only: parsed.all("--only"), except: parsed.all("--except")).select(from: whole)
        } catch let error as PlanError {
            throw UsageError("policy \(error.policy): \(error.message)")
        } catch let error as SelectionError {
            throw UsageError(error)
        }
    }

    /// The policies that cases without one of their own are bound to.
    private static func policies(
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

    private static func jobs(_ parsed: ParsedArguments) throws -> Int {
        guard let text = parsed.value("--jobs") else { return 8 }
        guard let jobs = Int(text), (1...256).contains(jobs) else {
            throw UsageError(
                "--jobs takes a whole number from 1 to 256, not \"\(text)\"", help: Command.run.helpLine)
        }
        return jobs
    }
}

extension UsageError {
    /// Makes an error of a selection that selects nothing.
    init(_ error: SelectionError) {
        switch error {
        case .empty: self.init("--except leaves no row to run")
        case .unmatched(let glob, let nearest):
            let near = nearest.isEmpty ? "" : "; nearest: \(nearest.joined(separator: ", "))"
            self.init("\"\(glob)\" matches no row\(near)", help: "Type \"corspec list cases\" for the ids.")
        }
    }
}
