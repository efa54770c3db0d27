package import CORSPolicy

/// Writes the configuration of an implementation that does what a policy means.
package struct Emitter: Sendable {
    /// Why a policy cannot be written for an implementation.
    package struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
        /// The reason, for a person.
        package let description: String

        /// Makes a refusal.
        init(_ description: String) { self.description = description }
    }

    /// The name, as the command line takes it.
    package let name: String
    /// What the configuration is written in.
    package let language: String
    /// What is written, in a few words.
    package let summary: String

    private let write: @Sendable (EmittedPolicy) throws(Refusal) -> String

    /// Makes an emitter.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - language: What the configuration is written in.
    ///   - summary: What is written, in a few words.
    ///   - write: Writes the configuration of a policy that was checked.
    init(
        name: String, language: String, summary: String,
        write: @escaping @Sendable (EmittedPolicy) throws(Refusal) -> String
    ) {
        self.name = name
        self.language = language
        self.summary = summary
        self.write = write
    }

    /// Writes the configuration.
    ///
    /// - Parameter policy: A policy that `PolicyReader.validate` accepts.
    /// - Returns: The text, which ends with a line break.
    /// - Throws: `Refusal` if the policy is unsafe in itself, or the implementation has no words for it.
    package func emit(_ policy: Policy) throws(Refusal) -> String { try write(EmittedPolicy(policy)) }
}
