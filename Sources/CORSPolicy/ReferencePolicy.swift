public import CORSVocabulary

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
    /// - Throws: `PolicyRefusal` for any-origin together with credentials.
    public func makeApplication(for policy: Policy) async throws -> any CORSApplication {
        throw PolicyRefusal("not built yet")
    }
}
