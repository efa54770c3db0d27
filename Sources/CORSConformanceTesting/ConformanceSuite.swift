import CORSFixtures
public import CORSPolicy
import CORSReports
import CORSRunner
import CORSTransports

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The cases of corspec for a test target: each row is an argument of one parametrised test.
///
/// ```swift
/// @Test(arguments: try await ConformanceSuite(MyAdapter()).rows)
/// func `CORS does what the policy means`(row: ConformanceRow) async {
///     await row.check()
/// }
/// ```
///
/// The whole suite is run once, when the first row is checked; each row then reports what came of it.
public struct ConformanceSuite: Sendable {
    /// The rows, in case order; each is named by its policy and its id.
    public let rows: [ConformanceRow]

    let run: SharedRun
    let known: KnownFailures
    let hazards: HazardHandling

    /// Binds the cases to policies.
    ///
    /// - Parameters:
    ///   - adapter: The implementation under test.
    ///   - policies: Policies by the names that reports give them; the bundled ones if empty.
    ///   - fixtures: Paths of fixture files to run in place of the bundled cases.
    ///   - only: Globs of the rows to keep; all if empty. `*` crosses `/` and `@`, and `POLICY:ID` narrows to a policy.
    ///   - except: Globs of the rows to leave out.
    ///   - hazards: Whether a hazard fails its test; else it is recorded as a warning.
    ///   - baseline: The path of a file that lists known failures, as `corspec help baseline` and `writeBaseline` have it.
    /// - Throws: `ConformanceSetupError` with everything that is wrong, if a policy, a fixture file or the baseline is,
    ///   or if a glob or an entry of the baseline matches nothing.
    public init(
        _ adapter: any CORSPolicyAdapter, policies: KeyValuePairs<String, Policy> = [:], fixtures: [String] = [],
        only: [String] = [], except: [String] = [], hazards: HazardHandling = .warn, baseline: String? = nil
    ) async throws {
        try await self.init(
            target: InProcessTarget(adapter), terms: .application, secrets: Secrets([]),
            policies: try Self.policies(policies), fixtures: fixtures, only: only, except: except, hazards: hazards,
            baseline: baseline)
    }

    /// Binds the cases to the policy that a running server has been set up with.
    ///
    /// What the policy does not state is not judged.
    ///
    /// - Parameters:
    ///   - server: Where the server is, and what may be asked of it.
    ///   - policy: What its team means.
    ///   - name: The policy's name in reports.
    ///   - fixtures: Paths of fixture files to run in place of the bundled cases.
    ///   - only: Globs of the rows to keep; all if empty. `*` crosses `/` and `@`.
    ///   - except: Globs of the rows to leave out.
    ///   - hazards: Whether a hazard fails its test; else it is recorded as a warning.
    ///   - baseline: The path of a file that lists known failures, as `corspec help baseline` and `writeBaseline` have it.
    /// - Throws: `ConformanceSetupError` with everything that is wrong, if the address, the policy, a fixture file or the
    ///   baseline is, or if a glob or an entry of the baseline matches nothing. A server that does not answer is no such
    ///   error: each row says so when it is checked.
    public init(
        _ server: RunningServer, policy: Policy, named name: String = "policy", fixtures: [String] = [],
        only: [String] = [], except: [String] = [], hazards: HazardHandling = .warn, baseline: String? = nil
    ) async throws {
        let live = try server.live
        let (target, terms) = live.prepared()
        guard !policy.stated.isDisjoint(with: [.allowOrigins, .allowOriginRegex]) else {
            throw ConformanceSetupError("\(name): the policy states no origin, so nothing can be judged")
        }
        try await self.init(
            target: target, terms: terms, secrets: Secrets(live.secrets), policies: try Self.policies([name: policy]),
            fixtures: fixtures, only: only, except: except, hazards: hazards, baseline: baseline)
    }

    private init(
        target: any Target, terms: TargetTerms, secrets: Secrets, policies: [NamedPolicy], fixtures: [String],
        only: [String], except: [String], hazards: HazardHandling, baseline: String?
    ) async throws {
        let whole: Plan
        let plan: Plan
        do {
            whole = try await Planner.plan(
                try Self.suite(fixtures), policies: policies, target: target.description, terms: terms)
            plan = try Selection(only: only, except: except).select(from: whole)
        } catch let error as PlanError {
            throw ConformanceSetupError("policy \(error.policy): \(error.message)")
        } catch let error as SelectionError {
            throw ConformanceSetupError(error)
        }
        let known = try KnownFailures(baseline, of: whole)
        let run = SharedRun(target: target, plan: plan, known: known, secrets: secrets)
        self.run = run
        self.known = known
        self.hazards = hazards
        rows = plan.rows.indices.map { index in
            ConformanceRow(
                id: "\(plan.rows[index].policy):\(plan.rows[index].id)", index: index, run: run, hazards: hazards)
        }
    }

    private static func suite(_ paths: [String]) throws -> Suite {
        let files =
            try paths.isEmpty
            ? BundledFixtures.suiteFiles
            : paths.map { (name: $0, bytes: Array(try Data(contentsOf: URL(filePath: $0)))) }
        let read = SuiteReader.read(files)
        guard let suite = read.suite else { throw ConformanceSetupError(read.diagnostics) }
        return suite
    }

    private static func policies(_ policies: KeyValuePairs<String, Policy>) throws -> [NamedPolicy] {
        guard !policies.isEmpty else { return BundledFixtures.policies().policies }
        return try policies.map { name, policy in
            try ConformanceSetupError.check(policy, name: name)
            return NamedPolicy(name: name, policy: policy)
        }
    }
}

/// What becomes of a row whose worst finding is a hazard.
public enum HazardHandling: Sendable, Hashable {
    /// It is recorded as a warning; the test passes.
    case warn
    /// It fails the test.
    case fail
}
