import CORSVocabulary
import StrictJSON

/// The environments of a policy file: each has the common settings, and its own over them.
struct PolicyEnvironments {
    /// One environment.
    struct Environment {
        /// The name.
        var name: String
        /// The settings, the common ones among them.
        var draft: PolicyDraft
    }

    /// The environments, in order.
    let all: [Environment]
    private let position: SourcePosition
    private let diagnostics: Diagnostics

    /// Reads the environments of a policy; nil if it names none.
    init?(_ object: ObjectReader, common: PolicyDraft) {
        guard let node = object.optional("environments") else { return nil }
        diagnostics = object.diagnostics
        position = node.position
        let members = if case .object(let members) = node.value { members } else { [JSONMember]() }
        // Every name is accepted; that it stands once, the reader sees to.
        let names = members.map(\.name)
        guard ObjectReader(node, what: "\"environments\"", accepted: names, into: diagnostics) != nil else {
            all = []
            return
        }
        var environments: [Environment] = []
        for member in members {
            if !Self.isName(member.name) {
                diagnostics.error(
                    "\"\(member.name)\" is no name of an environment: it has letters, digits, \"-\", \"_\" and \".\"",
                    at: member.position)
            }
            let what = "the environment \"\(member.name)\""
            let accepted = PolicyDraft.members + ["comment"]
            guard let object = ObjectReader(member.node, what: what, accepted: accepted, into: diagnostics) else {
                continue
            }
            _ = object.string("comment")
            environments.append(Environment(name: member.name, draft: PolicyDraft(object, over: common)))
        }
        if members.isEmpty { diagnostics.error("\"environments\" names none; leave it out", at: position) }
        all = environments
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0))
            }
    }

    /// Checks every environment's settings; what is wrong with common ones is told once.
    func check() {
        var seen = Set(diagnostics.all)
        for environment in all {
            let found = Diagnostics(file: diagnostics.file)
            PolicyChecker(draft: environment.draft, diagnostics: found).check()
            diagnostics.add(found.all.filter { seen.insert($0).inserted })
        }
    }

    /// Returns the environment of a name, or the only one; nil after an error.
    func choose(_ name: String?) -> Environment? {
        let names = all.map(\.name)
        let list = names.joined(separator: ", ")
        guard let name else {
            if all.count == 1 { return all.first }
            diagnostics.error(
                "the policy has several environments; choose one with --environment: \(list)", at: position)
            return nil
        }
        if let environment = all.first(where: { $0.name == name }) { return environment }
        diagnostics.error(
            "there is no environment \"\(name)\"; accepted: \(list)\(NearestName.hint(name, in: names))", at: position)
        return nil
    }

    /// Returns the origins that other environments grant, in order; for a pattern, some that it matches.
    func foreign(to name: String) -> [ForeignOrigin] {
        all.filter { $0.name != name }.flatMap { environment -> [ForeignOrigin] in
            guard let meaning = try? PolicyMeaning(environment.draft.policy), !meaning.isAnyOrigin else { return [] }
            return meaning.granted.filter { $0.origin != .null }
                .map { ForeignOrigin($0.origin.text, home: .environment(environment.name)) }
        }
    }
}
