package import CORSVocabulary

/// Colours for a terminal, or none.
package struct Paint: Sendable {
    /// Whether colours are used.
    let isOn: Bool

    /// Makes colours.
    package init(isOn: Bool) { self.isOn = isOn }

    /// A title.
    package func bold(_ text: String) -> String { wrap(text, "1") }

    /// What is wrong.
    package func bad(_ text: String) -> String { wrap(text, "31") }

    /// What is right.
    package func good(_ text: String) -> String { wrap(text, "32") }

    /// A severity's own colour.
    package func severity(_ severity: Severity, _ text: String) -> String {
        switch severity {
        case .unsafe: wrap(text, "1;31")
        case .broken: wrap(text, "31")
        case .hazard: wrap(text, "33")
        case .note: wrap(text, "2")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
