/// A table of options for help.
enum OptionTable {
    private static let column = 24
    private static let width = 79

    /// Writes the options, each with its text beside it, no line longer than a terminal's.
    static func text(_ options: [OptionSpec]) -> String {
        options.map { option in
            let name = "  \(option.name)" + (option.value.map { " \($0)" } ?? "")
            let lines = wrap(option.help + (option.repeats ? " (repeatable)" : ""))
            let margin = String(repeating: " ", count: column)
            let first =
                name.count < column ? name + String(repeating: " ", count: column - name.count) : name + "\n" + margin
            return first + lines.joined(separator: "\n" + margin)
        }.joined(separator: "\n") + "\n"
    }

    private static func wrap(_ text: String) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= width - column {
                lines[lines.count - 1] += " \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
