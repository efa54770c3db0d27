import CORSReports
import CORSRunner

/// One run of a plan, begun by the first row that asks, and shared by all.
actor SharedRun {
    /// What came of the run.
    struct Results: Sendable {
        /// The report, in which known rows are marked.
        let report: RunReport
        /// What is said of rows whose entries in the baseline are stale.
        let stale: [RowKey: String]
    }

    private let target: any Target
    private let plan: Plan
    private let known: KnownFailures
    private let secrets: Secrets
    private var task: Task<Results, Never>?

    /// How many rows are in flight.
    private static let jobs = 8

    /// Prepares a run whose report holds none of the secrets.
    init(target: any Target, plan: Plan, known: KnownFailures, secrets: Secrets) {
        self.target = target
        self.plan = plan
        self.known = known
        self.secrets = secrets
    }

    /// Returns what came of the run.
    func results() async -> Results {
        if let task { return await task.value }
        let started = Task { [target, plan, known, secrets] in
            var report = secrets.hiding(await Runner(target: target, jobs: Self.jobs).run(plan))
            let stale = known.mark(&report)
            return Results(report: report, stale: stale)
        }
        task = started
        return await started.value
    }
}
