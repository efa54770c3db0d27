/// A row by its policy and its id.
package struct RowKey: Sendable, Hashable {
    /// The policy's name.
    package var policy: String
    /// The row's id.
    package var id: String

    /// Makes a key.
    package init(policy: String, id: String) {
        self.policy = policy
        self.id = id
    }
}
