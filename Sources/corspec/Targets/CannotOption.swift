import CORSRunner

/// What the target cannot express, on the command line: names with commas.
enum CannotOption {
    /// Reads every `--cannot`.
    ///
    /// - Throws: `UsageError` for a name that is none, with the nearest.
    static func inabilities(_ parsed: ParsedArguments) throws -> Set<Inability> {
        var inabilities: Set<Inability> = []
        for name in parsed.all("--cannot").flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            let name = name.drop { $0 == " " }
            guard let inability = Inability(rawValue: String(name)) else {
                throw UsageError(Inability.unknown(String(name), in: "--cannot"), help: Command.run.helpLine)
            }
            inabilities.insert(inability)
        }
        return inabilities
    }
}
