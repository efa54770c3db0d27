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
                help: "Type \"corspec help run\" for its options.")
        }
        let outputs = try RunOutputs(parsed)
        let builtin = try BuiltinChoice.builtin(parsed.value("--builtin") ?? "reference")
        let target = InProcessTarget(builtin.adapter, name: builtin.name, kind: .builtin)
        let jobs = try jobs(parsed)
        let plan = try plan(parsed, target: target.description)
        if parsed.has("--dry-run") {
            try Terminal.printOutput(DryRun.text(plan, target: target.description))
            return .success
        }
        Terminal.printError(PlanLine.text(plan, target: target.description))
        let progress = ProgressLine(total: plan.rows.count, isShown: Terminal.showsProgress)
        let (report, isInterrupted) = await Signals.cancelling {
            await Runner(target: target, jobs: jobs).run(plan) { progress.add($0) }
        }
        progress.end()
        try outputs.write(report)
        return isInterrupted ? .interrupted : exitCode(report, isStrict: outputs.isStrict)
    }

    private static func plan(_ parsed: ParsedArguments, target: TargetDescription) throws -> Plan {
        let suite = try Inputs.suite(parsed.all("--suite"))
        let hasTemplates = suite.files.contains { $0.policy == nil }
        if !hasTemplates, !parsed.all("--policy").isEmpty {
            throw UsageError("the fixture files carry their own policies; --policy does not apply to them")
        }
        let policies = hasTemplates ? try Inputs.policies(parsed.all("--policy")) : []
        do {
            let whole = try Planner.plan(suite, policies: policies, target: target)
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
            throw UsageError("--jobs takes a whole number from 1 to 256, not \"\(text)\"")
        }
        return jobs
    }

    private static func exitCode(_ report: RunReport, isStrict: Bool) -> ExitCode {
        let summary = report.summary
        let isRefusedWhole = !report.refusals.isEmpty && summary.skipped == summary.selected
        if summary.error > 0 || isRefusedWhole { return .target }
        return summary.failed > 0 || (isStrict && summary.hazard > 0) ? .findings : .success
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
