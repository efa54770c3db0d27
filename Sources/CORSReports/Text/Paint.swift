import CORSVocabulary

/// Colours for a terminal, or none.
struct Paint {
    /// Whether colours are used.
    let isOn: Bool

    /// A title.
    func bold(_ text: String) -> String { wrap(text, "1") }

    /// What is wrong.
    func bad(_ text: String) -> String { wrap(text, "31") }

    /// What is right.
    func good(_ text: String) -> String { wrap(text, "32") }

    /// A severity's own colour.
    func severity(_ severity: Severity, _ text: String) -> String {
        switch severity {
        case .unsafe: wrap(text, "1;31")
        case .broken: wrap(text, "31")
        case .hazard: wrap(text, "33")
        case .note: wrap(text, "2")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
