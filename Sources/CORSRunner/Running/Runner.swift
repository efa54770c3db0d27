import CORSPolicy

/// Runs a plan against a target: rows in parallel up to a cap, results in case order, a result for every row.
package struct Runner: Sendable {
    private let target: any Target
    private let jobs: Int
    private let endsRun: (@Sendable (RowResult) -> Bool)?
    private let now: @Sendable () -> ContinuousClock.Instant

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - target: What is tested.
    ///   - jobs: How many rows may be in flight; at least 1.
    ///   - endsRun: Says whether a result is the last: no further row is begun after it. Nil to run every row.
    ///   - now: What tells the time.
    package init(
        target: any Target, jobs: Int, endsRun: (@Sendable (RowResult) -> Bool)? = nil,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) {
        self.target = target
        self.jobs = max(1, jobs)
        self.endsRun = endsRun
        self.now = now
    }

    /// Runs a plan.
    ///
    /// If the task is cancelled, rows not yet begun are skipped, with that reason.
    ///
    /// - Parameters:
    ///   - plan: The plan, after selection.
    ///   - onRow: Is called with each result as it is there, in any order, from any task.
    /// - Returns: The report, a result for each row of the plan, in its order.
    package func run(_ plan: Plan, onRow: @escaping @Sendable (RowResult) -> Void = { _ in }) async -> RunReport {
        let start = now()
        let end = RunEnd()
        let setups = PolicySetups(plan, target: target, end: end)
        let shared = plan.policies.map { SharedExchanges(count: $0.exchangeCount) }
        let queue = RowQueue(count: plan.rows.count)
        var results = [RowResult?](repeating: nil, count: plan.rows.count)
        await withTaskGroup(of: [(Int, RowResult)].self) { group in
            for _ in 0..<setups.lanes {
                group.addTask {
                    await setups.run()
                    return []
                }
            }
            for _ in 0..<min(jobs, max(1, plan.rows.count)) {
                group.addTask {
                    var done: [(Int, RowResult)] = []
                    while let index = queue.next() {
                        let row = plan.rows[index]
                        let result: RowResult
                        if let reason = end.reason {
                            result = RowResult(row, status: .skipped, reason: reason)
                        } else {
                            result = await run(
                                row, policy: plan.policies[row.policyIndex], setup: await setups[row.policyIndex],
                                shared: shared[row.policyIndex], end: end)
                            if endsRun?(result) == true { end.note(result) }
                        }
                        setups.finish(row)
                        onRow(result)
                        done.append((index, result))
                    }
                    return done
                }
            }
            for await done in group {
                for (index, result) in done { results[index] = result }
            }
        }
        await target.end()
        var report = RunReport(
            target: target.description, refusals: setups.refusals, failures: setups.failures,
            rows: results.compactMap(\.self),
            duration: start.duration(to: now()))
        CauseInference(plan: plan).explain(&report)
        return report
    }

    private func run(
        _ row: PlannedRow, policy: PlannedPolicy, setup: PolicySetup, shared: SharedExchanges, end: RunEnd
    ) async -> RowResult {
        switch setup {
        case .ready(let instance):
            if let reason = row.skipReason { return RowResult(row, status: .skipped, reason: reason) }
            if Task.isCancelled { return RowResult(row, status: .skipped, reason: RowResult.interrupted) }
            return await RowRunner(policy: policy, instance: instance, shared: shared, jobs: jobs, now: now)
                .run(row)
        case .refused(let words):
            // A target that refuses the trap, or a policy without origins, does what is right.
            return RowResult(row, status: policy.meaning.mayBeRefused ? .passed : .skipped, reason: "refused: \(words)")
        case .failed(let message):
            return RowResult(row, status: .error, reason: message)
        case .interrupted:
            return RowResult(row, status: .skipped, reason: row.skipReason ?? RowResult.interrupted)
        case .unused:
            return RowResult(row, status: .skipped, reason: row.skipReason ?? end.reason)
        }
    }
}
