/// A transcript of which no fetch can be made.
package struct FetchError: Error, Sendable, Hashable {
    /// What is missing, and what supplies it.
    package var message: String

    /// Nothing says which page asks.
    static let originUnknown = FetchError(
        message: "the page's origin is not known: no Origin line is in the transcript; give --origin, such as "
            + "--origin https://app.example.com")

    /// The address is none.
    static func notAnAddress(_ text: String) -> FetchError {
        FetchError(
            message: "\"\(text)\" is no address that a page can fetch; give --url, such as "
                + "--url https://api.example.com/items")
    }
}
