/// Text of a case, split at its placeholders.
enum PlaceholderText {
    /// A part of the text.
    enum Part: Hashable {
        case literal(String)
        /// A placeholder.
        case placeholder(Placeholder)
        /// A name in braces that is no placeholder's.
        case unknown(String)
    }

    /// Splits a text.
    ///
    /// A brace that is not closed is literal.
    static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
            let name = String(rest[rest.index(after: open)..<close])
            parts.append(Placeholder(rawValue: name).map(Part.placeholder) ?? .unknown(name))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        return parts
    }

    /// Splits every text of a case that holds a placeholder.
    static func parts(of fixture: FixtureCase) -> [String: [Part]] {
        var parts: [String: [Part]] = [:]
        _ = CaseTexts.map(fixture) { text in
            if text.utf8.contains(UInt8(ascii: "{")) { parts[text] = Self.parts(of: text) }
            return text
        }
        return parts
    }

    /// Joins the parts of a text, the placeholders replaced; one without a value stays as it is.
    static func fill(_ parts: [Part], with values: [Placeholder: String]) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .literal(let literal): text += literal
            case .placeholder(let placeholder): text += values[placeholder] ?? "{\(placeholder.rawValue)}"
            case .unknown(let name): text += "{\(name)}"
            }
        }
        return text
    }
}
