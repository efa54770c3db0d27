/// A report of an earlier run that is compared: `[NAME=]REPORT.json`.
struct NamedReport {
    /// What its column is called, or nil for the target's name.
    let name: String?
    /// The file.
    let path: String

    /// Reads a value of `--compare`; a file whose own name has an equals sign is taken as such.
    ///
    /// - Throws: `UsageError` if there is no name before the sign, or no file after it.
    init(_ text: String) throws(UsageError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, InputFile.kind(of: text) == nil else {
            name = nil
            path = text
            return
        }
        guard !parts[0].isEmpty, !parts[1].isEmpty else {
            throw UsageError(
                "--compare takes [NAME=]REPORT.json, such as --compare staging=report.json, not \"\(text)\"",
                help: Command.run.helpLine)
        }
        name = parts[0]
        path = parts[1]
    }
}
