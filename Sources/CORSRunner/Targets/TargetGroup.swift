package import CORSPolicy

/// A server with several paths, each with a policy of its own: every path is made sure of, and one connection asks all.
package struct TargetGroup: Target {
    /// What reports say of it.
    package var description: TargetDescription { server.description }

    private let server: any Target & TargetInstance
    private let paths: [String: any Target]

    /// Makes a group.
    ///
    /// - Parameters:
    ///   - server: The server, as a whole.
    ///   - paths: What makes sure of each path, by the name of its policy.
    package init(_ server: any Target & TargetInstance, paths: [String: any Target]) {
        self.server = server
        self.paths = paths
    }

    /// Makes sure of the policy's path.
    package func instance(for policy: NamedPolicy) async throws -> any TargetInstance {
        guard let path = paths[policy.name] else { return try await server.instance(for: policy) }
        _ = try await path.instance(for: policy)
        return server
    }
}
