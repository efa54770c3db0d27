/// A JSON value together with the place where it begins.
package struct JSONNode: Sendable, Hashable {
    /// The value.
    package var value: JSONValue
    /// The place of its first character.
    package var position: SourcePosition
    /// The place of its last character.
    package var end: SourcePosition

    /// Makes a node.
    package init(_ value: JSONValue, at position: SourcePosition, to end: SourcePosition) {
        self.value = value
        self.position = position
        self.end = end
    }
}

/// A member of an object: its name, the place of the name, its value.
package struct JSONMember: Sendable, Hashable {
    /// The member's name.
    package var name: String
    /// The place where the name begins.
    package var position: SourcePosition
    /// The member's value.
    package var node: JSONNode

    /// Makes a member.
    package init(name: String, position: SourcePosition, node: JSONNode) {
        self.name = name
        self.position = position
        self.node = node
    }
}

/// A JSON value; members keep their order, duplicates included, and numbers their text.
package indirect enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([JSONMember])

    /// What the value is, for messages.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
