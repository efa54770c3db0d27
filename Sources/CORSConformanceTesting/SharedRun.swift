import CORSRunner

/// One run of a plan, begun by the first row that asks, and shared by all.
actor SharedRun {
    private let target: InProcessTarget
    private let plan: Plan
    private var task: Task<RunReport, Never>?

    /// How many rows are in flight.
    private static let jobs = 8

    /// Prepares a run.
    init(target: InProcessTarget, plan: Plan) {
        self.target = target
        self.plan = plan
    }

    /// Returns the run's report.
    func report() async -> RunReport {
        if let task { return await task.value }
        let started = Task { [target, plan] in await Runner(target: target, jobs: Self.jobs).run(plan) }
        task = started
        return await started.value
    }
}
