package import CORSRunner
import CORSVocabulary

/// One row's whole explanation, for a test's failure.
package enum RowExplanation {
    /// Writes a row: its findings in full, or why it is in error or was skipped.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - target: What was tested.
    ///   - usesColor: Whether colours are used.
    /// - Returns: The text; empty if nothing is wrong.
    package static func text(_ row: RowResult, target: TargetDescription, usesColor: Bool = false) -> String {
        let paint = Paint(isOn: usesColor)
        var lines: [String] = []
        if let reason = row.reason { lines.append(Visible.text("\(row.policy):\(row.id) \(row.status): \(reason)")) }
        for finding in row.findings {
            if !lines.isEmpty { lines.append("") }
            lines.append(paint.severity(finding.severity, finding.severity.rawValue.uppercased()))
            lines += FindingText(finding: finding, row: row, target: target, paint: paint, width: 96).lines
        }
        return lines.joined(separator: "\n")
    }
}
