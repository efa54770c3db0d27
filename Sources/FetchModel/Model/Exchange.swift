package import CORSVocabulary

/// A fetch and the answers that it meets: what is judged.
package struct Exchange: Sendable, Hashable {
    /// What the script asks for.
    package var request: FetchRequest
    /// The answer to the preflight of the first address, or nil if none is known.
    package var preflightResponse: HTTPResponse?
    /// The answer of the first address, or nil if none is known.
    package var response: HTTPResponse?
    /// The addresses that redirects lead to, in order.
    package var redirects: [Hop]

    /// Makes an exchange.
    package init(
        request: FetchRequest, preflightResponse: HTTPResponse?, response: HTTPResponse?, redirects: [Hop] = []
    ) {
        self.request = request
        self.preflightResponse = preflightResponse
        self.response = response
        self.redirects = redirects
    }
}
