/// Reads the members of one object strictly, and reports what is unknown, missing, duplicate or mistyped.
package struct ObjectReader {
    /// Where errors are reported.
    package let diagnostics: Diagnostics
    /// The object's place.
    package let position: SourcePosition
    /// The members by name, the first of each.
    private var members: [String: JSONMember] = [:]
    /// What the object is, for messages.
    private let what: String

    /// Opens an object; nil, after an error, if the value is not one.
    ///
    /// - Parameters:
    ///   - node: The value, which must be an object.
    ///   - what: What it is, for messages, such as `the policy`.
    ///   - accepted: The members that it may have. Others are errors that name the nearest of these.
    ///   - diagnostics: Where errors are reported.
    package init?(_ node: JSONNode, what: String, accepted: [String], into diagnostics: Diagnostics) {
        self.diagnostics = diagnostics
        self.position = node.position
        self.what = what
        guard case .object(let all) = node.value else {
            diagnostics.error("\(what) must be an object, not \(node.value.kind)", kind: .wrongType, at: node.position)
            return nil
        }
        for member in all {
            if let first = members[member.name] {
                let place = "\(first.position.line):\(first.position.column)"
                diagnostics.error(
                    "duplicate member \"\(member.name)\" in \(what); the first is at \(place)",
                    kind: .duplicateMember, at: member.position)
            } else if !accepted.contains(member.name) {
                diagnostics.error(
                    "unknown member \"\(member.name)\" in \(what); accepted: \(accepted.joined(separator: ", "))"
                        + NearestName.hint(member.name, in: accepted),
                    kind: .unknownMember, at: member.position)
            } else {
                members[member.name] = member
            }
        }
    }

    /// Returns a member, or nil if it is absent.
    package func optional(_ name: String) -> JSONNode? { members[name]?.node }

    /// Returns a member, or nil after an error that says it is missing.
    package func required(_ name: String) -> JSONNode? {
        if let node = members[name]?.node { return node }
        diagnostics.error("\(what) has no \"\(name)\", which is required", at: position)
        return nil
    }

    /// Returns a string member, or nil if it is absent or, after an error, not a string.
    package func string(_ name: String) -> String? {
        guard let node = members[name]?.node else { return nil }
        guard case .string(let text) = node.value else {
            mistyped(name, "a string", node)
            return nil
        }
        return text
    }

    /// Returns a boolean member, or nil if it is absent or, after an error, not a boolean.
    package func bool(_ name: String) -> Bool? {
        guard let node = members[name]?.node else { return nil }
        guard case .bool(let flag) = node.value else {
            mistyped(name, "true or false", node)
            return nil
        }
        return flag
    }

    /// Returns a whole-number member, or nil if it is absent or, after an error, not a whole number.
    package func integer(_ name: String) -> Int? {
        guard let node = members[name]?.node else { return nil }
        guard case .number(let text) = node.value else {
            mistyped(name, "a whole number", node)
            return nil
        }
        guard let number = Int(text) else {
            diagnostics.error("\"\(name)\" must be a whole number, not \(text)", kind: .wrongType, at: node.position)
            return nil
        }
        return number
    }

    /// Returns a list member's elements, or nil if it is absent or, after an error, not a list.
    package func list(_ name: String) -> [JSONNode]? {
        guard let node = members[name]?.node else { return nil }
        guard case .array(let nodes) = node.value else {
            mistyped(name, "a list", node)
            return nil
        }
        return nodes
    }

    /// Returns a list of strings with their places, or nil if absent; elements of other types are errors and left out.
    package func strings(_ name: String) -> [(text: String, position: SourcePosition)]? {
        guard let node = members[name]?.node else { return nil }
        guard case .array(let nodes) = node.value else {
            mistyped(name, "a list of strings", node)
            return nil
        }
        return nodes.compactMap { element in
            if case .string(let text) = element.value { return (text, element.position) }
            diagnostics.error(
                "\"\(name)\" must hold strings, not \(element.value.kind)", kind: .wrongType, at: element.position)
            return nil
        }
    }

    private func mistyped(_ name: String, _ expected: String, _ node: JSONNode) {
        diagnostics.error(
            "\"\(name)\" must be \(expected), not \(node.value.kind)", kind: .wrongType, at: node.position)
    }
}
