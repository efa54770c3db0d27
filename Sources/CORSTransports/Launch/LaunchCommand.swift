/// The command that starts a server, with places for the port and for the policy's file.
package struct LaunchCommand: Sendable, Hashable {
    /// What stands for the port.
    private static let port = "{port}"
    /// What stands for the path of the policy's file.
    private static let policy = "{policy}"

    /// The command as written.
    package let text: String

    /// Makes a command; nil if it has no place for the port, without which nobody knows where the server listens.
    package init?(_ text: String) {
        guard text.contains(Self.port) else { return nil }
        self.text = text
    }

    /// Whether the server is told its policy, so that it can be started with any.
    package var takesPolicy: Bool { text.contains(Self.policy) }

    /// The command with a port and a policy's file put in.
    func filled(port: Int, policy: String) -> String {
        text.replacing(Self.port, with: String(port)).replacing(Self.policy, with: policy)
    }
}
