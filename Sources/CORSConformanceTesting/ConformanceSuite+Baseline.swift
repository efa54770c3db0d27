import CORSRunner

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ConformanceSuite {
    /// Writes what fails today as a baseline, for the parameter of that name.
    ///
    /// Where the file is there already, entries whose rows fail still stay as they are, and keep their reasons; the
    /// others go. Rows that are new come at the end, with a reason that is to be written. An unsafe row counts once
    /// `accept_risk` is true.
    ///
    /// ```swift
    /// @Test(.enabled(if: ProcessInfo.processInfo.environment["RENEW_BASELINE"] != nil))
    /// func `The baseline is written anew`() async throws {
    ///     try await ConformanceSuite(MyAdapter()).writeBaseline(to: "cors-baseline.json")
    /// }
    /// ```
    ///
    /// - Parameter path: The file.
    /// - Throws: `ConformanceSetupError` if the file cannot be read or written, or a row is in error.
    public func writeBaseline(to path: String) async throws {
        let old = FileManager.default.fileExists(atPath: path) ? try KnownFailures.read(path) : Baseline(file: path)
        let report = await run.results().report
        if let row = report.rows.first(where: { $0.status == .error }) {
            throw ConformanceSetupError(
                "\(path) is not written, since the run is not complete: \(row.policy):\(row.id): \(row.reason ?? "")")
        }
        let text = BaselineWriter.text(known.renewed(old, by: report, hazards: hazards))
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw ConformanceSetupError("\(path): the baseline cannot be written: \(error)")
        }
    }
}
