import CORSVocabulary

/// What no report shows.
enum Redact {
    private static let hidden: Set<FieldName> = ["Set-Cookie", "Set-Cookie2"]

    /// Returns a header's value, or `***` where it is a secret.
    static func value(_ field: HeaderField) -> String { hidden.contains(field.name) ? "***" : field.value.text }

    /// Returns text about a header without a cookie's value.
    static func text(_ text: String) -> String {
        text.lowercased().hasPrefix("set-cookie:") ? "Set-Cookie: ***" : text
    }
}
