import CORSFixtures
import CORSPolicy
import CORSVocabulary

/// Runs one row and works out its findings.
struct RowRunner {
    /// The row's policy.
    let policy: PlannedPolicy
    /// The target, set up with that policy.
    let instance: any TargetInstance
    /// What tells the time.
    let now: @Sendable () -> ContinuousClock.Instant

    /// Runs a row; whatever happens, there is a result.
    func run(_ row: PlannedRow) async -> RowResult {
        var result = RowResult(row, status: .passed)
        var executor: RowExecutor
        do {
            executor = RowExecutor(instance: row.sequence == nil ? instance : try await instance.fresh(), now: now)
        } catch {
            return RowResult(row, status: .error, reason: "a fresh instance could not be made: \(error)")
        }
        var outcomes: [StepOutcome] = []
        do {
            for step in row.steps { outcomes.append(try await executor.run(step)) }
        } catch  where Task.isCancelled {
            return RowResult(row, status: .skipped, reason: RowResult.interrupted)
        } catch let error as TargetError {
            result.reason = error.message
        } catch {
            result.reason = String(describing: error)
        }
        result.exchanges = executor.exchanges
        let assessor = Assessor(policy: policy, row: row, exchanges: executor.exchanges)
        var findings = outcomes.flatMap { assessor.findings($0) }
        if let sequence = row.sequence, result.reason == nil {
            findings += SequenceAssessor(assessor: assessor, outcomes: outcomes).findings(sequence)
        }
        result.findings = findings.count > 1 ? Self.ordered(findings) : findings
        result.status = Self.status(of: result)
        return result
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
        self.init(
            id: row.id, caseID: row.caseID, policy: row.policy, title: row.title, why: row.why, status: status,
            reason: reason)
    }
}
