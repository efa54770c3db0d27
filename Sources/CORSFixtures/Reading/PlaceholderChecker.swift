import StrictJSON

/// Reports placeholders that are unknown, not closed, or stand where only literal values may.
struct PlaceholderChecker {
    /// Where errors are reported.
    let diagnostics: Diagnostics
    /// Whether every placeholder is an error.
    let isLiteral: Bool

    /// Checks a text.
    func check(_ text: String, at position: SourcePosition?) {
        guard text.contains("{") || text.contains("}") else { return }
        for part in PlaceholderText.parts(of: text) {
            let name: String
            switch part {
            case .literal: continue
            case .placeholder(let placeholder): name = placeholder.rawValue
            case .unknown(let unknown): name = unknown
            }
            if isLiteral {
                diagnostics.error(
                    "placeholder {\(name)}: a file with its own policy holds literal values only", at: position)
            } else if case .unknown = part {
                let known = Placeholder.allCases.map(\.rawValue)
                diagnostics.error(
                    "unknown placeholder {\(name)}; accepted: \(known.joined(separator: ", "))"
                        + NearestName.hint(name, in: known),
                    at: position)
            }
        }
    }
}
