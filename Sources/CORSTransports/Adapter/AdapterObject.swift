import StrictJSON

/// Opens the objects of the adapter protocol, whose members may have any name, so that the protocol can grow.
enum AdapterObject {
    /// Reads a line that must be an object; nil after an error.
    static func read(_ bytes: [UInt8], into diagnostics: Diagnostics) -> ObjectReader? {
        JSONReader.read(bytes, what: "line", into: diagnostics).flatMap { open($0, "the line", into: diagnostics) }
    }

    /// Opens a value that must be an object; nil after an error.
    static func open(_ node: JSONNode, _ what: String, into diagnostics: Diagnostics) -> ObjectReader? {
        var names: [String] = []
        if case .object(let members) = node.value { names = members.map(\.name) }
        return ObjectReader(node, what: what, accepted: names, into: diagnostics)
    }
}
