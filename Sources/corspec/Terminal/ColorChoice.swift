import CORSReports

/// How text for a person looks on standard output.
struct ColorChoice {
    private static let widest = 110
    private static let unknownWidth = 96

    /// The colours.
    let paint: Paint
    /// How long a line of prose may be.
    let width: Int

    /// Reads `--color`.
    ///
    /// - Throws: `UsageError` for a value that is not known.
    init(_ parsed: ParsedArguments, command: Command) throws(UsageError) {
        paint = Paint(isOn: try Self.usesColor(parsed, command: command))
        width = Terminal.width.map { min($0, Self.widest) } ?? Self.unknownWidth
    }

    /// Says whether colours are used.
    ///
    /// - Throws: `UsageError` for a value that is not known.
    static func usesColor(_ parsed: ParsedArguments, command: Command) throws(UsageError) -> Bool {
        let name = parsed.value("--color") ?? "auto"
        switch name {
        case "auto": return Terminal.usesColor
        case "always": return true
        case "never": return false
        default:
            let names = ["auto", "always", "never"]
            throw UsageError(
                "unknown colour choice \"\(name)\"; accepted: \(names.joined(separator: ", "))", near: name,
                in: names, help: command.helpLine)
        }
    }
}
