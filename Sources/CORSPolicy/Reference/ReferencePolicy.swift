package import CORSVocabulary

/// The built-in reference: an implementation of the policy's meaning, by the book.
public struct ReferencePolicy: CORSPolicyAdapter {
    /// Makes the reference.
    public init() {}

    /// The name `reference`.
    public var name: String { "reference" }

    /// Sets up the reference with a policy.
    ///
    /// - Parameter policy: The policy.
    /// - Returns: The sample application behind a CORS layer.
    /// - Throws: `PolicyRefusal` for any-origin together with credentials, and for a pattern that cannot be used.
    public func makeApplication(for policy: Policy) async throws -> any CORSApplication {
        if try PolicyMeaning.isTrap(policy) {
            throw PolicyRefusal("allow_credentials together with any origin would give every site the user's data")
        }
        return try ReferenceApplication(for: policy)
    }
}

/// The sample application behind the reference's CORS layer.
package struct ReferenceApplication: CORSApplication {
    /// The CORS layer.
    package let layer: CORSLayer
    /// What it stands around.
    package let application: SampleApplication

    /// Makes the application, whatever the policy.
    ///
    /// - Throws: `PolicyRefusal` if the pattern cannot be used.
    package init(for policy: Policy) throws(PolicyRefusal) {
        layer = try CORSLayer(policy)
        application = SampleApplication(for: policy)
    }

    /// Answers a request.
    package func respond(to request: HTTPRequest) async -> HTTPResponse { answer(request) }

    /// Answers a request, at once.
    package func answer(_ request: HTTPRequest) -> HTTPResponse {
        layer.isPreflight(request)
            ? layer.preflightResponse(to: request) : layer.decorate(application.respond(to: request), to: request)
    }
}
