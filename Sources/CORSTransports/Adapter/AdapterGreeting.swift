package import CORSRunner
package import StrictJSON

/// What an adapter says of itself, in its first line.
package struct AdapterGreeting: Sendable, Hashable {
    /// The implementation's name.
    package var name: String
    /// Its version.
    package var version: String
    /// Where it lives, if it says.
    package var homepage: String?
    /// Where its issues are kept, if it says.
    package var issues: String?
    /// What it cannot express.
    package var cannot: Set<Inability> = []

    /// Makes a greeting.
    package init(name: String, version: String) {
        self.name = name
        self.version = version
    }

    /// The greeting as a line's value.
    package var output: JSONOutput {
        var members = [("name", JSONOutput.string(name)), ("version", .string(version))]
        if let homepage { members.append(("homepage", .string(homepage))) }
        if let issues { members.append(("issues", .string(issues))) }
        let names = Inability.allCases.filter(cannot.contains).map { JSONOutput.string($0.rawValue) }
        if !names.isEmpty { members.append(("cannot", .array(names))) }
        return .object(members)
    }

    /// Reads a greeting; nil after an error.
    init?(_ object: ObjectReader, into diagnostics: Diagnostics) {
        func text(_ name: String) -> String? {
            guard let node = object.required(name), let text = object.string(name) else { return nil }
            if text.isEmpty { diagnostics.error("\"\(name)\" is empty", at: node.position) }
            return text
        }
        let found = (name: text("name"), version: text("version"))
        homepage = object.string("homepage")
        issues = object.string("issues")
        for (text, position) in object.strings("cannot") ?? [] {
            guard let inability = Inability(rawValue: text) else {
                diagnostics.error(Inability.unknown(text, in: "\"cannot\""), at: position)
                continue
            }
            cannot.insert(inability)
        }
        guard let name = found.name, let version = found.version, !diagnostics.hasErrors else { return nil }
        self.name = name
        self.version = version
    }
}
