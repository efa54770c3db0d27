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
        let builtin = try BuiltinChoice.builtin(parsed.value("--builtin") ?? "reference")
        let target = InProcessTarget(builtin.adapter, name: builtin.name, kind: .builtin)
        let jobs = try jobs(parsed)
        let plan = try await plan(parsed, target: target.description)
        if parsed.has("--dry-run") {
            try outputs.refuseForDryRun()
            Terminal.printError(PlanLine.text(plan, target: target.description))
            try Terminal.printOutput(PlanText.render(plan))
            return .success
        }
        try outputs.checkFiles()
        return try await run(plan, against: target, jobs: jobs, outputs: outputs)
    }

    /// Runs a plan and writes the reports.
    private static func run(
        _ plan: Plan, against target: InProcessTarget, jobs: Int, outputs: RunOutputs
    ) async throws -> ExitCode {
        let interrupts = Signals.interrupts()
        Terminal.printError(PlanLine.text(plan, target: target.description))
        let progress = ProgressLine(total: plan.rows.count, isShown: Terminal.showsProgress)
        let outcome = await Signals.cancelling(on: interrupts) {
            await Runner(target: target, jobs: jobs).run(plan) { progress.add($0) }
        }
        progress.end()
        guard let (report, isInterrupted) = outcome else { return .interrupted }
        try outputs.write(report, isInterrupted: isInterrupted)
        return ExitCode(Conclusion(report, isStrict: outputs.isStrict, isInterrupted: isInterrupted))
    }

    private static func plan(_ parsed: ParsedArguments, target: TargetDescription) async throws -> Plan {
        var inputs = Inputs()
        let suite = try inputs.suite(parsed.all("--suite"))
        let hasTemplates = suite?.files.contains { $0.policy == nil } ?? true
        if !hasTemplates, !parsed.all("--policy").isEmpty {
            throw UsageError(
                "the fixture files carry their own policies; --policy does not apply to them",
                help: Command.run.helpLine)
        }
        let policies = hasTemplates ? try inputs.policies(parsed.all("--policy")) : []
        try inputs.report()
        guard let suite else { throw UsageError("the suite cannot be read") }
        do {
            let whole = try await Planner.plan(suite, policies: policies, target: target)
            return try Selection(only: parsed.all("--only"), except: parsed.all("--except")).select(from: whole)
        } catch let error as PlanError {
            throw UsageError("policy \(error.policy): \(error.message)")
        } catch let error as SelectionError {
            throw UsageError(error)
        }
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
