import CORSReports
import CORSRunner

/// Where a run's reports go, and how they look.
struct RunOutputs {
    /// A report format.
    enum Format: String, CaseIterable {
        case text
        case json
    }

    /// Whether hazards fail the run.
    let isStrict: Bool
    private let isVerbose: Bool
    private let format: Format
    private let usesColor: Bool
    private let files: [(format: Format, path: String)]

    /// Reads the options.
    ///
    /// - Throws: `UsageError` for an unknown format or colour choice.
    init(_ parsed: ParsedArguments) throws {
        isStrict = parsed.has("--strict")
        isVerbose = parsed.has("--verbose")
        format = try Self.format(parsed.value("--format") ?? "text")
        files = try parsed.all("--report").map { text in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw UsageError("--report takes FORMAT=FILE, such as json=report.json") }
            return (try Self.format(parts[0]), parts[1])
        }
        switch parsed.value("--color") ?? "auto" {
        case "auto": usesColor = Terminal.usesColor
        case "always": usesColor = true
        case "never": usesColor = false
        case let other:
            throw UsageError(
                "unknown colour choice \"\(other)\"; accepted: auto, always, never", near: other,
                in: ["auto", "always", "never"])
        }
    }

    private static func format(_ name: String) throws -> Format {
        if let format = Format(rawValue: name) { return format }
        let names = Format.allCases.map(\.rawValue)
        throw UsageError(
            "unknown format \"\(name)\"; accepted: \(names.joined(separator: ", "))", near: name, in: names)
    }

    /// Writes every report: the files, then standard output.
    func write(_ report: RunReport) throws {
        for file in files { try OutputFile.write(render(report, as: file.format, usesColor: false), to: file.path) }
        try Terminal.printOutput(render(report, as: format, usesColor: usesColor))
    }

    private func render(_ report: RunReport, as format: Format, usesColor: Bool) -> String {
        switch format {
        case .text:
            let options = TextReport.Options(usesColor: usesColor, isVerbose: isVerbose, isStrict: isStrict)
            return TextReport.render(report, options: options)
        case .json: return JSONReport.render(report, version: CorspecCommand.version)
        }
    }
}
