package import StrictJSON

/// Reads of a JSON report which rows failed.
package enum PastReportReader {
    /// Reads a report from a file's bytes; members that are not needed are not looked at.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - diagnostics: Where an error is reported.
    /// - Returns: What failed, or nil after an error.
    package static func read(_ bytes: [UInt8], into diagnostics: Diagnostics) -> PastReport? {
        guard let nodes = ReportNodes.read(bytes, into: diagnostics) else { return nil }
        var report = PastReport(file: diagnostics.file)
        for node in nodes.rows { add(node, to: &report, into: diagnostics) }
        return diagnostics.hasErrors ? nil : report
    }

    private static func add(_ node: JSONNode, to report: inout PastReport, into diagnostics: Diagnostics) {
        guard let row = ReportNodes.Row(node, into: diagnostics) else { return }
        if case .bool(true)? = node.members["known"]?.value { return }
        switch RowResult.Status(rawValue: row.status) {
        case .failed, .error: report.failed.append(row.key)
        case .hazard: report.hazards.append(row.key)
        case .passed, .skipped, nil: break
        }
    }
}
