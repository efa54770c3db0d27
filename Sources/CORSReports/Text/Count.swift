import CORSRunner

/// Numbers in words.
package enum Count {
    /// So many things, such as `1 row` and `2 rows`.
    package static func of(_ count: Int, _ noun: String, plural: String? = nil) -> String {
        "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
    }

    /// The summary's line.
    static func summary(_ summary: RunSummary, duration: Duration) -> String {
        var parts = ["\(summary.passed) passed"]
        if summary.hazard > 0 { parts.append("\(summary.hazard) with hazards") }
        if summary.failed > 0 {
            parts.append("\(summary.failed) failed (\(summary.unsafe) unsafe, \(summary.broken) broken)")
        }
        if summary.known > 0 { parts.append("\(summary.known) known") }
        if summary.skipped > 0 { parts.append("\(summary.skipped) skipped") }
        if summary.error > 0 { parts.append("\(summary.error) in error") }
        return "\(of(summary.selected, "row")): \(parts.joined(separator: ", ")), in \(time(duration))"
    }

    /// A duration in milliseconds or seconds.
    static func time(_ duration: Duration) -> String {
        let milliseconds = duration.milliseconds
        guard milliseconds >= 1000 else { return "\(Int(milliseconds.rounded())) ms" }
        let tenths = Int(milliseconds / 100)
        return "\(tenths / 10).\(tenths % 10) s"
    }
}

extension Duration {
    /// The duration in milliseconds.
    var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1_000_000_000_000_000
    }
}
