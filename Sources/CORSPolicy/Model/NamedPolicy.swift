/// A policy under the name that reports give it: a bundled policy's, or its file's.
package struct NamedPolicy: Sendable, Hashable {
    /// The name, unique within a run.
    package var name: String
    /// What the file says of itself.
    package var comment: String?
    /// The policy.
    package var policy: Policy
    /// The environment that it is for, or nil if its file names none.
    package var environment: String?

    /// Makes a named policy.
    package init(name: String, comment: String? = nil, policy: Policy) {
        self.name = name
        self.comment = comment
        self.policy = policy
    }
}
