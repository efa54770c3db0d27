package import CORSVocabulary

/// A response that somebody has got, and what is known of its request.
package struct ReadExchange: Sendable, Hashable {
    /// The request as it was sent, or nil where the transcript does not show it.
    package var request: ReadRequest?
    /// The response.
    package var response: HTTPResponse
    /// The line on which the response begins, or nil where lines mean nothing.
    package var line: Int?
    /// Whether the request was made because the response before it is a redirect.
    package var followsRedirect = false
}

/// What is known of a request.
package struct ReadRequest: Sendable, Hashable {
    /// The method.
    package var method: Method
    /// The address, or nil where it is not known.
    package var url: String?
    /// The header lines, those that the client adds by itself left out where they can be told.
    package var headers: HeaderList = [:]
    /// Whether the client itself made an `Authorization` line of a user's name and a password.
    package var hasUser = false
    /// Whether all header lines are known, so that one that is not there was not sent.
    package var isComplete = true
}
