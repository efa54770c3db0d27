package import CORSVocabulary

/// The sample application behind the reference's CORS layer.
package struct ReferenceApplication: CORSApplication {
    /// The CORS layer.
    package let layer: CORSLayer
    /// What it stands around.
    package let application: SampleApplication

    /// Makes the application, whatever the policy.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - alsoGrants: Says of origins that the policy refuses whether they are granted all the same.
    /// - Throws: `PolicyRefusal` if the pattern cannot be used.
    package init(
        for policy: Policy, alsoGrants: (@Sendable (Origin) -> Bool)? = nil
    ) throws(PolicyRefusal) {
        layer = try CORSLayer(policy, alsoGrants: alsoGrants)
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
