import CORSReports
import CORSRunner

/// A target of a comparison, with its own plan.
struct ComparedTarget {
    private let chosen: ChosenTarget
    private let shares: RunShares
    private let plan: Plan
    private let jobs: Int

    /// Reads what the arguments say of a target, and makes its plan.
    ///
    /// - Throws: `UsageError` if they say it wrongly, or a file cannot be read.
    init(_ parsed: ParsedArguments, jobs: Int, selection: Selection, into inputs: inout Inputs) async throws {
        chosen = try ChosenTarget(parsed, jobs: jobs)
        shares = try RunShares(parsed, chosen: chosen, jobs: jobs, paths: [], into: &inputs)
        self.jobs = jobs
        let whole = try await shares.plan()
        do throws(SelectionError) { plan = try selection.select(from: whole) } catch { throw UsageError(error) }
    }

    /// Runs the plan.
    ///
    /// - Returns: The report, without secrets.
    /// - Throws: `UsageError` if the plan cannot be made of what the target says it cannot express.
    func run() async throws -> RunReport {
        do {
            let greeted = await chosen.greeted()
            let isPlanned = greeted.terms.cannot == chosen.terms.cannot
            let known = isPlanned ? plan : try await shares.plan(cannot: greeted.terms.cannot).narrowed(to: plan)
            let report = await RunCommand.run(
                known, against: shares.target, jobs: jobs, FailFast(isOn: false, isStrict: false, known: nil))
            return shares.secrets.hiding(report)
        } catch {
            await chosen.target.end()
            throw error
        }
    }
}

// MARK: - Which options are a target's own

extension ComparedTarget {
    /// The options that say something to one kind of target and nothing to another.
    private static func own(_ target: String) -> [String] {
        let ofServers = ["--route", "--auth"]
        return switch target {
        case "--url": URLOptions.names + ofServers
        case "--launch": LaunchOptions.shared + [LaunchOptions.startTimeout.name] + ofServers
        case "--adapter": ["--timeout"] + ofServers
        default: []
        }
    }

    /// Returns the arguments as they are for one target alone.
    ///
    /// Options that say something only to other kinds of targets in the run are left out.
    static func arguments(
        of target: (name: String, value: String), among targets: [String], _ parsed: ParsedArguments
    ) -> ParsedArguments {
        let others = Set(targets.flatMap(own)).subtracting(own(target.name))
        return parsed.removing(ChosenTarget.names + others).adding([target.name: [target.value]])
    }
}
