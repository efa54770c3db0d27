import CORSFixtures
import CORSPolicy
import CORSVocabulary

/// Runs one row and works out its findings.
struct RowRunner {
    /// The row's policy.
    let policy: PlannedPolicy
    /// The target, set up with that policy.
    let instance: any TargetInstance
    /// The exchanges that the policy's rows share.
    let shared: SharedExchanges
    /// How many of its requests may be in flight where its steps are sent at once.
    let jobs: Int
    /// What tells the time.
    let now: @Sendable () -> ContinuousClock.Instant

    /// Runs a row; whatever happens, there is a result.
    func run(_ row: PlannedRow) async -> RowResult {
        var result = RowResult(row, status: .passed)
        var executor: RowExecutor
        do {
            executor =
                !row.isSequence
                ? RowExecutor(instance: instance, shared: shared, now: now)
                : RowExecutor(instance: try await instance.fresh(), shared: nil, now: now)
        } catch  where Task.isCancelled {
            return RowResult(row, status: .skipped, reason: RowResult.interrupted)
        } catch let error as TargetError {
            return RowResult(row, status: .error, reason: error.message)
        } catch {
            return RowResult(row, status: .error, reason: "a fresh instance could not be made: \(error)")
        }
        let outcomes =
            row.pace.isParallel
            ? await runAtOnce(row.steps, by: &executor, into: &result)
            : await run(row.steps, by: &executor, into: &result)
        if row.isSequence { await executor.instance.release() }
        guard let outcomes else { return RowResult(row, status: .skipped, reason: RowResult.interrupted) }
        result.exchanges = executor.exchanges
        let assessor = Assessor(policy: policy, row: row, exchanges: executor.exchanges)
        var findings = outcomes.flatMap { assessor.findings($0) }
        if row.pace.rounds > 1 { findings = RepeatedFindings.joined(findings, in: executor.exchanges) }
        if let sequence = row.sequence, result.reason == nil {
            findings += SequenceAssessor(assessor: assessor, outcomes: outcomes).findings(sequence)
        }
        result.findings = findings.count > 1 ? Self.ordered(findings) : findings
        result.status = Self.status(of: result)
        return result
    }

    /// Runs steps until one has no answer, which the result's reason then tells; nil if the run was interrupted.
    private func run(
        _ steps: [PlannedStep], by executor: inout RowExecutor, into result: inout RowResult
    ) async -> [StepOutcome]? {
        var outcomes: [StepOutcome] = []
        do {
            for step in steps { outcomes.append(try await executor.run(step)) }
        } catch  where Task.isCancelled {
            return nil
        } catch let error as TargetError {
            result.reason = error.message
        } catch {
            result.reason = String(describing: error)
        }
        return outcomes
    }

    /// Orders findings, the worst first, the order of discovery kept among equals.
    private static func ordered(_ findings: [Finding]) -> [Finding] {
        Severity.allCases.reversed().flatMap { severity in findings.filter { $0.severity == severity } }
    }

    private static func status(of result: RowResult) -> RowResult.Status {
        if result.severity?.failsRun == true { return .failed }
        if result.reason != nil { return .error }
        return result.severity == .hazard ? .hazard : .passed
    }
}

extension RowResult {
    /// Why rows are skipped that were not finished when the run was interrupted.
    static let interrupted = "interrupted"

    /// Makes the result of a planned row.
    init(_ row: PlannedRow, status: Status, reason: String? = nil) {
        self.init(row.heading, status: status, reason: reason)
    }
}
