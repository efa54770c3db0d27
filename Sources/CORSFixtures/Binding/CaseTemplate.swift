/// A case with its texts taken apart once, to be filled by one policy after the other.
package struct CaseTemplate: Sendable {
    /// The case.
    let fixture: FixtureCase
    /// The case's placeholders, each once, in the order in which they first stand.
    let placeholders: [Placeholder]
    private let parts: [String: [PlaceholderText.Part]]

    /// Takes a case apart.
    package init(_ fixture: FixtureCase) {
        self.fixture = fixture
        let parts = PlaceholderText.parts(of: fixture)
        self.parts = parts
        placeholders = parts.isEmpty ? [] : CaseTexts.placeholders(of: fixture)
    }

    /// Returns the case with its placeholders replaced.
    func filled(with values: [Placeholder: String]) -> FixtureCase {
        if parts.isEmpty { return fixture }
        return CaseTexts.map(fixture) { text in
            guard text.utf8.contains(UInt8(ascii: "{")), let parts = parts[text] else { return text }
            return PlaceholderText.fill(parts, with: values)
        }
    }
}
