/// An address that fetches ask for, taken apart once.
///
/// It never changes, and is held by reference: every fetch of an address has the same.
package final class FetchAddress: Sendable {
    /// The address, absolute.
    package let url: String
    /// The address taken apart, or nil if it is not absolute.
    let record: URLRecord?

    /// Takes an address apart.
    ///
    /// https://url.spec.whatwg.org/#concept-url-parser
    package init(_ url: String) {
        self.url = url
        record = URLParser.parse(url.utf8)
    }
}
