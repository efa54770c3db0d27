/// Paragraphs with a label before them.
package enum Labelled {
    /// Where a paragraph's text begins.
    package static let column = 10

    /// Breaks a paragraph into lines, its label before the first.
    package static func lines(_ label: String, _ text: String, width: Int) -> [String] {
        let margin = String(repeating: " ", count: max(1, column - label.count))
        return Wrap.paragraph(label + margin + Visible.text(text), indent: column, width: width)
    }
}
