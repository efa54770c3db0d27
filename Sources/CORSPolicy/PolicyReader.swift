package import StrictJSON

/// Reads a policy strictly.
package enum PolicyReader {
    /// Reads a policy from a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - name: The policy's name in reports.
    ///   - diagnostics: Where every error is reported: file, line, column, key, what is accepted, the nearest match.
    /// - Returns: The policy, or nil after an error.
    package static func read(_ bytes: [UInt8], name: String, into diagnostics: Diagnostics) -> NamedPolicy? { nil }

    /// Reads a policy from a JSON object that stands in another file.
    package static func read(_ node: JSONNode, name: String, into diagnostics: Diagnostics) -> NamedPolicy? { nil }

    /// Checks a policy that was not read from a file.
    package static func validate(_ policy: Policy, into diagnostics: Diagnostics) {}
}
