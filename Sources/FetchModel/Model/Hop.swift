package import CORSVocabulary

/// One address of a fetch, and what its server answers.
package struct Hop: Sendable, Hashable {
    /// The address; the first hop's is the request's.
    package var url: String
    /// The answer to a preflight, or nil if none is known.
    package var preflightResponse: HTTPResponse?
    /// The answer to the request itself, or nil if none is known.
    package var response: HTTPResponse?

    /// Makes a hop.
    package init(url: String, preflightResponse: HTTPResponse?, response: HTTPResponse?) {
        self.url = url
        self.preflightResponse = preflightResponse
        self.response = response
    }
}
