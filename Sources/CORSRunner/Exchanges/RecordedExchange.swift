package import CORSVocabulary

/// One request that was sent and the response that came back.
package struct RecordedExchange: Sendable, Hashable {
    /// The request as sent.
    package var request: HTTPRequest
    /// The response as received, or nil if none came.
    package var response: HTTPResponse?
    /// How long it took.
    package var duration: Duration

    /// Makes a recorded exchange.
    package init(request: HTTPRequest, response: HTTPResponse?, duration: Duration) {
        self.request = request
        self.response = response
        self.duration = duration
    }
}
