/// Text of a case, split at its placeholders.
enum PlaceholderText {
    /// A part of the text.
    enum Part: Hashable {
        case literal(String)
        case placeholder(String)
    }

    /// Splits a text. A brace that is not closed is literal.
    static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
            parts.append(.placeholder(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        return parts
    }

    /// Returns the text with its placeholders replaced; one without a value stays as it is.
    static func fill(_ text: String, with values: [Placeholder: String]) -> String {
        guard text.contains("{") else { return text }
        return parts(of: text).map { part in
            switch part {
            case .literal(let literal): literal
            case .placeholder(let name): Placeholder(rawValue: name).flatMap { values[$0] } ?? "{\(name)}"
            }
        }.joined()
    }
}
