import CORSRunner
import StrictJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The baseline of a suite, and what it says of the rows.
struct KnownFailures: Sendable {
    private static let secondsOfDay = 86_400.0

    /// The baseline as it was read; an empty one where there is none.
    let baseline: Baseline
    private let index: RowIndex
    private let matcher: BaselineMatcher

    /// Reads the baseline of a file.
    ///
    /// - Parameters:
    ///   - path: The file, or nil where nothing is known.
    ///   - plan: The plan, whole.
    /// - Throws: `ConformanceSetupError` if the file cannot be read, a risk is not accepted, or an entry is no row.
    init(_ path: String?, of plan: Plan) throws {
        index = RowIndex(plan)
        baseline = try path.map(Self.read) ?? Baseline(file: "")
        let diagnostics = Diagnostics(file: baseline.file)
        BaselineReader.checkRisks(of: baseline, into: diagnostics)
        if diagnostics.hasErrors { throw ConformanceSetupError(diagnostics.sorted) }
        let today = CalendarDate(daysSince1970: Int((Date().timeIntervalSince1970 / Self.secondsOfDay).rounded(.down)))
        matcher = BaselineMatcher(baseline, index: index, today: today)
        let gone = baseline.entries.filter { [index] in
            index.has(policy: $0.policy) && index.id(of: $0.id, policy: $0.policy) == nil
        }
        if !gone.isEmpty {
            let stale = gone.map { [index, baseline] in
                StaleEntry(
                    file: baseline.file, entry: $0,
                    problem: .unmatched(nearest: index.nearest(to: $0.id, policy: $0.policy)))
            }
            throw ConformanceSetupError(stale.map(\.message).joined(separator: "\n"))
        }
    }

    /// Reads a baseline, whose risks may be unaccepted.
    ///
    /// - Throws: `ConformanceSetupError` if the file cannot be read.
    static func read(_ path: String) throws -> Baseline {
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw ConformanceSetupError("\(path): the baseline cannot be read: \(error)")
        }
        let diagnostics = Diagnostics(file: path)
        guard let baseline = BaselineReader.read(bytes, into: diagnostics) else {
            throw ConformanceSetupError(diagnostics.sorted)
        }
        return baseline
    }

    /// Marks the rows of a report that are known.
    ///
    /// - Returns: What is said of rows whose entries are stale.
    func mark(_ report: inout RunReport) -> [RowKey: String] {
        matcher.mark(&report)
        var messages: [RowKey: String] = [:]
        for stale in report.baseline?.stale ?? [] {
            let policy = stale.entry.policy
            guard let id = index.id(of: stale.entry.id, policy: policy) else { continue }
            messages[RowKey(policy: policy, id: id)] = stale.message
        }
        return messages
    }

    /// Returns a baseline that lists all that fails in a report, and keeps what another says of it.
    func renewed(_ old: Baseline, by report: RunReport, hazards: HazardHandling) -> Baseline {
        BaselineRenewal(of: old, by: report, index: index, isStrict: hazards == .fail).baseline
    }
}
