import CORSBuiltins
import StrictJSON

/// The adapters that ship, by name.
enum BuiltinChoice {
    /// Returns the builtin of a name.
    ///
    /// - Throws: `UsageError` with the nearest name if there is none.
    static func builtin(_ name: String) throws -> Builtin {
        if let builtin = Builtin.named(name) { return builtin }
        let hint = nearest(name).map { "; did you mean \"\($0)\"?" } ?? ""
        throw UsageError("unknown builtin \"\(name)\"\(hint)", help: "Type \"corspec list builtins\" for the names.")
    }

    /// Returns the full name that was most likely meant: a name may lack its first part.
    private static func nearest(_ name: String) -> String? {
        let names = Builtin.all.map(\.name)
        let typed = short(name)
        if let exact = names.first(where: { short($0) == typed }) { return exact }
        if let near = NearestName.of(name, in: names) { return near }
        return NearestName.of(typed, in: names.map(short)).flatMap { near in names.first { short($0) == near } }
    }

    private static func short(_ name: String) -> String { name.split(separator: "/").last.map(String.init) ?? name }
}
