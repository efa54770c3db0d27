import CORSBuiltins

/// The adapters that ship, by name.
enum BuiltinChoice {
    /// Returns the builtin of a name.
    ///
    /// - Throws: `UsageError` with the nearest name if there is none.
    static func builtin(_ name: String) throws -> Builtin {
        if let builtin = Builtin.all.first(where: { $0.name == name }) { return builtin }
        let names = Builtin.all.map(\.name)
        let near = names + names.compactMap { $0.split(separator: "/").last.map(String.init) }
        throw UsageError(
            "unknown builtin \"\(name)\"", near: name, in: near, help: "Type \"corspec list builtins\" for the names.")
    }
}
