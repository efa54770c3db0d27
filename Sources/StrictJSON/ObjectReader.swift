/// Reads the members of one object strictly, and reports what is unknown, missing, duplicate or mistyped.
package struct ObjectReader {
    /// Where errors are reported.
    package let diagnostics: Diagnostics
    /// The object's place.
    package let position: SourcePosition
    /// The members by name, the first of each.
    private let members: [String: JSONMember]
    /// What the object is, for messages: `the policy`, `case "origin/listed"`.
    private let what: String

    /// Opens an object.
    ///
    /// - Parameters:
    ///   - node: The value, which must be an object.
    ///   - what: What it is, for messages.
    ///   - accepted: The members that it may have. Others are errors that name the nearest of these.
    ///   - diagnostics: Where errors are reported.
    /// - Returns: Nil, after an error, if the value is not an object.
    package init?(_ node: JSONNode, what: String, accepted: [String], into diagnostics: Diagnostics) {
        self.diagnostics = diagnostics
        self.position = node.position
        self.what = what
        self.members = [:]
    }

    /// Returns a member, or nil if it is absent.
    package func optional(_ name: String) -> JSONNode? { members[name]?.node }

    /// Returns a member, or nil after an error that says it is missing.
    package func required(_ name: String) -> JSONNode? { members[name]?.node }

    /// Returns a string member, or nil if it is absent or, after an error, not a string.
    package func string(_ name: String) -> String? { nil }

    /// Returns a boolean member, or nil if it is absent or, after an error, not a boolean.
    package func bool(_ name: String) -> Bool? { nil }

    /// Returns a whole-number member, or nil if it is absent or, after an error, not a whole number.
    package func integer(_ name: String) -> Int? { nil }

    /// Returns a list member's elements, or nil if it is absent or, after an error, not a list.
    package func list(_ name: String) -> [JSONNode]? { nil }

    /// Returns a list of strings with their places, or nil if absent; elements of other types are errors and left out.
    package func strings(_ name: String) -> [(text: String, position: SourcePosition)]? { nil }
}
