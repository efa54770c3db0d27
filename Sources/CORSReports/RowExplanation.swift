package import CORSRunner
import CORSVocabulary

/// One row's whole explanation, for a test's failure.
package enum RowExplanation {
    /// Writes a row: its findings in full, or why it is in error or was skipped.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - target: What was tested.
    /// - Returns: The text; empty if nothing is wrong.
    package static func text(_ row: RowResult, target: TargetDescription) -> String {
        let paint = Paint(isOn: false)
        var lines: [String] = []
        if let reason = row.reason { lines.append("\(row.policy):\(row.id) \(row.status.rawValue): \(reason)") }
        for finding in row.findings {
            lines.append(finding.severity.rawValue.uppercased())
            lines += FindingText(finding, row: row, target: target, paint: paint).lines
        }
        return lines.joined(separator: "\n")
    }
}
