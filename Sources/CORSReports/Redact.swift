import CORSVocabulary

/// What no report shows.
enum Redact {
    private static let hidden: Set<FieldName> = ["Set-Cookie", "Set-Cookie2"]

    /// Says whether the values of a header are secrets.
    static func isSecret(_ name: FieldName) -> Bool { hidden.contains(name) }

    /// Returns a header's value, or `***` where it is a secret.
    static func value(_ field: HeaderField) -> String { isSecret(field.name) ? "***" : field.value.text }

    /// Returns text about a header, such as `Name: value`, without a secret's value.
    static func text(_ text: String) -> String {
        let name = text.prefix { $0 != ":" }
        guard name.count < text.count, let field = FieldName(String(name)), isSecret(field) else { return text }
        return "\(name): ***"
    }
}
