import CORSRunner

/// Numbers in words.
enum Count {
    /// So many rows.
    static func rows(_ count: Int) -> String { "\(count) \(count == 1 ? "row" : "rows")" }

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
        return "\(rows(summary.selected)): \(parts.joined(separator: ", ")), in \(time(duration))"
    }

    /// A duration in milliseconds or seconds.
    static func time(_ duration: Duration) -> String {
        let milliseconds = duration.milliseconds
        return milliseconds < 1000
            ? "\(Int(milliseconds.rounded())) ms" : "\(Int(milliseconds / 100) / 10).\(Int(milliseconds / 100) % 10) s"
    }
}

extension Duration {
    /// The duration in milliseconds.
    var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1_000_000_000_000_000
    }
}
