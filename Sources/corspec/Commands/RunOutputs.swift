import CORSReports
import CORSRunner

/// Where a run's reports go, and how they look.
struct RunOutputs {
    /// A report format.
    enum Format: String, CaseIterable {
        case text
        case json
        case junit
        case markdown

        /// The formats of a run's report.
        static let ofRuns: [Format] = [.text, .json, .junit]
        /// The formats of a comparison.
        static let ofComparisons: [Format] = [.text, .json, .markdown]
    }

    /// Whether hazards fail the run.
    let isStrict: Bool
    private let isVerbose: Bool
    private let format: Format
    private let usesColor: Bool
    private let files: [(format: Format, path: String)]

    /// Reads the options.
    ///
    /// - Parameters:
    ///   - parsed: The arguments.
    ///   - isComparison: Whether several targets are compared.
    /// - Throws: `UsageError` for an unknown format or colour choice, or a file that is named twice.
    init(_ parsed: ParsedArguments, isComparison: Bool = false) throws {
        isStrict = parsed.has("--strict")
        isVerbose = parsed.has("--verbose")
        format = try Self.format(parsed.value("--format") ?? "text")
        files = try parsed.all("--report").map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw UsageError(
                    "--report takes FORMAT=FILE, such as json=report.json, not \"\(text)\"",
                    help: Command.run.helpLine)
            }
            return (try Self.format(parts[0]), parts[1])
        }
        let accepted = isComparison ? Format.ofComparisons : Format.ofRuns
        if let other = ([format] + files.map(\.format)).first(where: { !accepted.contains($0) }) {
            throw UsageError(
                isComparison
                    ? "a comparison has no form in \(other.rawValue); it has text, json and markdown"
                    : "the format \(other.rawValue) is for comparisons: give two targets, or --compare REPORT.json",
                help: Command.run.helpLine)
        }
        for (index, file) in files.enumerated() where files[..<index].contains(where: { $0.path == file.path }) {
            throw UsageError("two reports cannot go into one file \"\(file.path)\"", help: Command.run.helpLine)
        }
        usesColor = try ColorChoice.usesColor(parsed, command: .run)
    }

    private static func format(_ name: String) throws -> Format {
        if let format = Format(rawValue: name) { return format }
        let names = Format.allCases.map(\.rawValue)
        throw UsageError(
            "unknown format \"\(name)\"; accepted: \(names.joined(separator: ", "))", near: name, in: names,
            help: Command.run.helpLine)
    }

    /// Checks that a dry run is not asked for reports: it has none.
    ///
    /// - Throws: `UsageError` if it is.
    func refuseForDryRun(_ parsed: ParsedArguments) throws {
        if parsed.has("--write-baseline") {
            throw UsageError(
                "--dry-run runs nothing, so there is nothing for --write-baseline to write", help: Command.run.helpLine)
        }
        guard files.isEmpty, format == .text else {
            throw UsageError(
                "--dry-run runs nothing, so there is no report: leave \(files.isEmpty ? "--format" : "--report") away",
                help: Command.run.helpLine)
        }
    }

    /// Checks before the run that the reports' files can be there after it.
    ///
    /// - Throws: `UsageError` if one is a folder, or is to be in none.
    func checkFiles() throws {
        for file in files { try OutputFile.check(file.path) }
    }

    /// Writes every report: standard output, then the files.
    ///
    /// - Throws: `UsageError` if one cannot be written; the others are.
    func write(_ report: RunReport, isInterrupted: Bool) throws {
        try write(isInterrupted: isInterrupted) { format, options in
            switch format {
            case .json: JSONReport.render(report, version: CorspecCommand.version)
            case .junit: JUnitReport.render(report)
            case .text, .markdown: TextReport.render(report, options: options)
            }
        }
    }

    /// Writes a comparison: standard output, then the files.
    ///
    /// - Parameters:
    ///   - comparison: The comparison.
    ///   - areDifferences: Whether the rows of which columns say different things are listed alone.
    ///   - isInterrupted: Whether somebody stopped the run.
    /// - Throws: `UsageError` if one cannot be written; the others are.
    func write(_ comparison: Comparison, areDifferences: Bool, isInterrupted: Bool) throws {
        let shown: ShownRows = areDifferences ? .differences : .findings
        try write(isInterrupted: isInterrupted) { format, options in
            switch format {
            case .json:
                ComparisonJSON.render(
                    comparison, shown: areDifferences ? .differences : nil, version: CorspecCommand.version)
            case .markdown: ComparisonMarkdown.render(comparison, shown: shown)
            case .text, .junit: ComparisonText.render(comparison, shown: shown, options: options)
            }
        }
    }

    /// Writes what is rendered: to standard output, then to the files.
    private func write(isInterrupted: Bool, _ render: (Format, TextReport.Options) -> String) throws {
        func options(usesColor: Bool, width: Int?) -> TextReport.Options {
            var options = TextReport.Options(
                usesColor: usesColor, isVerbose: isVerbose, isStrict: isStrict, isInterrupted: isInterrupted)
            if let width { options.width = min(max(width, 60), 110) }
            return options
        }
        var failure: UsageError?
        do throws(UsageError) {
            try Terminal.printOutput(render(format, options(usesColor: usesColor, width: Terminal.width)))
        } catch { failure = error }
        for file in files {
            do throws(UsageError) {
                try OutputFile.write(render(file.format, options(usesColor: false, width: nil)), to: file.path)
            } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }
}
