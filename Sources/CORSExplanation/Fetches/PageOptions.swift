package import CORSVocabulary
package import FetchModel

/// What somebody says that the page did; it overrides what a transcript says.
package struct PageOptions: Sendable, Hashable {
    /// The page's origin.
    package var origin: Origin?
    /// The address.
    package var url: String?
    /// The method.
    package var method: Method?
    /// Header lines that the script sets.
    package var headers: [HeaderField]
    /// The credentials mode.
    package var credentials: CredentialsMode?

    /// Makes options.
    package init(
        origin: Origin? = nil, url: String? = nil, method: Method? = nil, headers: [HeaderField] = [],
        credentials: CredentialsMode? = nil
    ) {
        self.origin = origin
        self.url = url
        self.method = method
        self.headers = headers
        self.credentials = credentials
    }
}
