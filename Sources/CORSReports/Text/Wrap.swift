/// Breaks text into lines.
package enum Wrap {
    /// Breaks a paragraph at its spaces; lines after the first are indented.
    ///
    /// The first `indent` characters stay together: they are a label, or spaces.
    package static func paragraph(_ text: String, indent: Int, width: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let label = text.prefix(indent)
        var lines: [String] = []
        var line = String(label)
        var isFresh = true
        for word in text.dropFirst(indent).split(separator: " ", omittingEmptySubsequences: false) {
            if isFresh {
                line += word
                isFresh = false
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
    package static func list(_ names: [String], indent: Int, width: Int, limit: Int) -> [String] {
        let rest = names.count - min(limit, names.count)
        let text = names.prefix(limit).map(Visible.text).joined(separator: ", ")
        let more = rest > 0 ? " and \(rest) more (--verbose shows all)" : ""
        return paragraph(String(repeating: " ", count: indent) + text + more, indent: indent, width: width)
    }
}
