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
