import CORSFixtures
import CORSPolicy
import CORSRunner
import ChildProcess
import Foundation

/// Measures corspec and prints what it measured.
///
/// Run it in release: `swift build -c release && .build/release/Benchmarks`. With `judge`, and the path of recorded
/// exchanges if not the tests' own, it measures the judge alone.
@main
enum Benchmarks {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        try JudgeBenchmark.run(arguments.count > 1 ? arguments.last ?? "" : recordedExchanges)
        if arguments.first == "judge" { return }
        try await exchanges()
        try process()
        try await OverHTTP.measure()
    }

    private static let recordedExchanges = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "FetchModelTests/Tables/browser-truth").path

    /// Checked exchanges a second in process on one core: the whole bundled suite against the reference, over and over,
    /// one row at a time; planned beforehand, judged and recorded each time.
    private static func exchanges() async throws {
        guard let suite = BundledFixtures.suite().suite else { throw BenchmarkError(message: "no suite") }
        let target = InProcessTarget(ReferencePolicy())
        let plan = try await Planner.plan(
            suite, policies: BundledFixtures.policies().policies, target: target.description)
        let runner = Runner(target: target, jobs: 1)
        let count = await runner.run(plan).rows.reduce(0) { $0 + $1.exchanges.count }
        var best = 0.0
        for _ in 0..<5 {
            let repetitions = max(1, 200_000 / count)
            let start = ContinuousClock.now
            for _ in 0..<repetitions { _ = await runner.run(plan) }
            best = max(best, Double(count * repetitions) / seconds(since: start))
        }
        print("in process, one core: \(Int(best)) checked exchanges a second (best of 5; \(count) exchanges a run)")
    }

    /// The whole process `corspec run` with the reference: time and memory.
    private static func process() throws {
        let runs = try (0..<20).map { _ in try ChildProcess(OverHTTP.program, ["run"]).wait() }
        let time = runs.map(\.milliseconds).sorted()[runs.count / 2]
        let memory = try ChildProcess(OverHTTP.program, ["run"]).waitWatchingMemory().peakMemory / 1024 / 1024
        print("corspec run, whole process: \(Int(time)) ms (median of 20), \(memory) MB")
    }

    private static func seconds(since start: ContinuousClock.Instant) -> Double {
        let duration = ContinuousClock.now - start
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
