import CORSReports
import CORSRunner

/// One run of a plan, begun by the first row that asks, and shared by all.
actor SharedRun {
    private let target: any Target
    private let plan: Plan
    private let secrets: Secrets
    private var task: Task<RunReport, Never>?

    /// How many rows are in flight.
    private static let jobs = 8

    /// Prepares a run whose report holds none of the secrets.
    init(target: any Target, plan: Plan, secrets: Secrets) {
        self.target = target
        self.plan = plan
        self.secrets = secrets
    }

    /// Returns the run's report.
    func report() async -> RunReport {
        if let task { return await task.value }
        let started = Task { [target, plan, secrets] in
            secrets.hiding(await Runner(target: target, jobs: Self.jobs).run(plan))
        }
        task = started
        return await started.value
    }
}
