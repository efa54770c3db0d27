import CORSRunner
import CORSVocabulary

/// The end of the report: the counts, and what they come to.
struct SummaryText {
    /// The report.
    let report: RunReport
    /// How it looks.
    let options: TextReport.Options
    /// The colours.
    let paint: Paint

    /// The counts.
    private let summary: RunSummary

    /// Makes the end of a report.
    init(report: RunReport, options: TextReport.Options, paint: Paint) {
        self.report = report
        self.options = options
        self.paint = paint
        summary = report.summary
    }

    /// The lines.
    var lines: [String] {
        var lines = PolicyTable.lines(report)
        lines += ["", Count.summary(summary, duration: report.duration)]
        let notes = report.rows.reduce(0) { $0 + $1.findings.count { $0.severity == .note } }
        if notes > 0, !options.isVerbose { lines.append("\(Count.of(notes, "note")) besides (--verbose shows them)") }
        let conclusion = Conclusion(
            report, isStrict: options.isStrict, isInterrupted: options.isInterrupted)
        lines.append(closing(conclusion))
        if conclusion == .clean, summary.passed > 0 {
            lines.append("It proves nothing about origins, methods, headers and routes that were not tried.")
        }
        return lines
    }

    /// The sentence that says what the exit code is.
    private func closing(_ conclusion: Conclusion) -> String {
        let (word, text) = verdict(conclusion)
        let painted = conclusion == .clean ? paint.good(word) : paint.severity(.unsafe, word)
        return "\(painted) (exit \(conclusion.exitCode)): \(text)"
    }

    private func verdict(_ conclusion: Conclusion) -> (word: String, text: String) {
        switch conclusion {
        case .interrupted:
            let left = report.rows.count { $0.status == .skipped && $0.reason == "interrupted" }
            return ("INTERRUPTED", "\(Count.of(left, "row")) \(left == 1 ? "was" : "were") not run.")
        case .target where summary.error == 0:
            return ("ERROR", "the target refuses every policy that it was given.")
        case .target:
            let failed = summary.failed > 0 ? "; \(Count.of(summary.failed, "row")) failed besides" : ""
            return ("ERROR", "\(Count.of(summary.error, "row")) got no answer that could be judged\(failed).")
        case .findings:
            return (
                "FAILED",
                summary.failed > 0
                    ? "the server is not what the policy means." : "hazards fail the run, since --strict is given."
            )
        case .stale: return ("STALE", "the baseline lists what is no longer so; what to do stands above.")
        case .clean: return ("OK", clean(summary))
        }
    }

    private func clean(_ summary: RunSummary) -> String {
        if summary.skipped == summary.selected { return "but every row was skipped." }
        if let baseline = report.baseline, baseline.renewal != nil {
            return summary.known > 0
                ? "\(baseline.file) is written: what fails in this run is known from now on."
                : "\(baseline.file) is written, and nothing fails."
        }
        let known = summary.known > 0 ? "but for \(Count.of(summary.known, "known failure")), " : ""
        let hazards = summary.hazard > 0 ? ", hazards aside (--strict fails on them)" : ""
        return "\(known)a browser does what the policy means\(hazards)."
    }
}
