import CORSVocabulary

/// Hides what is secret in header lines that somebody pastes.
enum SecretLines {
    private static let names: Set<FieldName> = [
        .authorization, .cookie, "Set-Cookie", "Set-Cookie2", "Proxy-Authorization", "Cookie2",
    ]

    /// Returns the lines with secret values as `***`.
    static func hidden(_ headers: HeaderList) -> HeaderList {
        HeaderList(
            headers.fields.map { names.contains($0.name) ? HeaderField($0.name, "***") : $0 })
    }
}
