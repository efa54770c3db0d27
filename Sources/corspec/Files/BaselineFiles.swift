import CORSReports
import CORSRunner
import StrictJSON

/// The baseline that a run is held against, and the one that it writes.
struct BaselineFiles {
    private let known: Baseline?
    private let written: (path: String, old: Baseline)?
    private let today: CalendarDate

    /// Reads the options, and the files that they name.
    ///
    /// - Throws: `UsageError` if a file cannot be read or written.
    init(_ parsed: ParsedArguments, today: CalendarDate, into inputs: inout Inputs) throws(UsageError) {
        self.today = today
        let path = parsed.value("--baseline")
        let output = parsed.value("--write-baseline")
        // The baseline that is about to be written need not be there yet.
        let isThere = path != output || path.flatMap { InputFile.kind(of: $0) } != nil
        known = if let path, isThere { try inputs.baseline(path, isRenewed: output == path) } else { nil }
        guard let output else {
            written = nil
            return
        }
        if parsed.has("--fail-fast") {
            throw UsageError(
                "--fail-fast ends a run early, and --write-baseline needs it whole", help: Command.run.helpLine)
        }
        try OutputFile.check(output)
        if output != path, InputFile.kind(of: output) == .file {
            let old = try inputs.baseline(output, isRenewed: true)
            written = (output, old ?? Baseline(file: output))
        } else {
            var old = known ?? Baseline(file: output)
            old.file = output
            written = (output, old)
        }
    }

    /// What tells which rows are known, or nil where there is no baseline.
    ///
    /// - Parameter whole: The plan, before selection.
    /// - Returns: The matcher.
    func matcher(of whole: Plan) -> BaselineMatcher? {
        known.map { BaselineMatcher($0, index: RowIndex(whole), today: today) }
    }

    /// Marks what is known in a report; or writes the baseline anew, so that all that fails is.
    ///
    /// Nothing is written of a run that is incomplete.
    ///
    /// - Throws: `UsageError` if the file cannot be written.
    func apply(to report: inout RunReport, of whole: Plan, isStrict: Bool, isInterrupted: Bool) throws(UsageError) {
        matcher(of: whole)?.mark(&report)
        guard let written else { return }
        switch Conclusion(report, isStrict: isStrict, isInterrupted: isInterrupted) {
        case .interrupted, .target:
            Terminal.printError("corspec: \(written.path) is not written, since the run is not complete")
        case .findings, .stale, .clean:
            let index = RowIndex(whole)
            let renewal = BaselineRenewal(of: written.old, by: report, index: index, isStrict: isStrict)
            try OutputFile.write(BaselineWriter.text(renewal.baseline), to: written.path)
            BaselineMatcher(renewal.baseline, index: index, today: nil).mark(&report)
            report.baseline?.renewal = renewal
            tell(renewal, path: written.path)
        }
    }

    private func tell(_ renewal: BaselineRenewal, path: String) {
        let count = renewal.baseline.entries.count
        Terminal.printError(
            "\(path): \(count) \(count == 1 ? "entry" : "entries"): \(renewal.added) new, \(renewal.kept) kept, "
                + "\(renewal.dropped) dropped")
        let risks = renewal.baseline.unaccepted.count
        if risks > 0 {
            Terminal.printError(
                "\(path): \(risks) unsafe; --baseline refuses them until somebody sets \"accept_risk\" to true")
        }
        let expired = renewal.baseline.entries.count { $0.expires.map { $0 < today } ?? false }
        if expired > 0 { Terminal.printError("\(path): \(expired) expired; mend them, or give them another day") }
    }
}
