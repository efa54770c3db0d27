/// Breaks text into lines.
enum Wrap {
    /// How long a line of prose may be.
    private static let width = 96

    /// Breaks a paragraph at its spaces; lines after the first are indented.
    static func paragraph(_ text: String, indent: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        let margin = String(repeating: " ", count: indent)
        // The label and the spaces after it stay together.
        let label = text.prefix(indent)
        for word in text.dropFirst(label.count).split(separator: " ", omittingEmptySubsequences: false) {
            if line.isEmpty {
                line = (lines.isEmpty ? String(label) : margin) + word
            } else if line.count + 1 + word.count > width {
                lines.append(line)
                line = margin + word
            } else {
                line += " " + word
            }
        }
        return lines + [line]
    }

    /// Lists names with commas, at most so many, and counts the rest.
    static func lines(_ names: [String], indent: Int, limit: Int) -> [String] {
        let shown = names.prefix(limit)
        let rest = names.count - shown.count
        let text = shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more (--verbose shows all)" : "")
        return paragraph(String(repeating: " ", count: indent) + text, indent: indent)
    }
}
