/// What texts of findings are made of.
enum LintText {
    private static let longest = 120

    /// A text from a policy in quotes, cut where it is long.
    static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > longest else { return "\"\(text)\"" }
        return "\"\(String(String.UnicodeScalarView(scalars.prefix(longest))))…\""
    }
}
