import CORSPolicy
import CORSVocabulary
import StrictJSON

/// Reads one fixture file.
struct FixtureFileReader {
    /// Where errors are reported.
    let diagnostics: Diagnostics
    /// The ids and aliases of the file, with their places.
    private(set) var ids: [(String, SourcePosition)] = []

    /// Starts to read a file.
    init(diagnostics: Diagnostics) { self.diagnostics = diagnostics }

    private static let members = ["$schema", "comment", "corspec", "title", "why", "sections", "policy", "cases"]

    /// Reads the file's one object.
    mutating func read(_ root: JSONNode, name: String) -> FixtureFile? {
        guard let object = ObjectReader(root, what: "the fixture file", accepted: Self.members, into: diagnostics)
        else { return nil }
        if object.required("corspec") != nil, let version = object.integer("corspec"), version != 1 {
            diagnostics.error(
                "\"corspec\" is \(version), but this corspec reads format 1", at: object.optional("corspec")?.position)
        }
        _ = object.string("$schema")
        _ = object.string("comment")
        let title = text(object, "title")
        let why = text(object, "why")
        let sections = sections(object)
        var policy: NamedPolicy?
        let hasPolicy = object.optional("policy") != nil
        if let node = object.optional("policy") {
            policy = PolicyReader.read(node, name: Self.policyName(of: name), into: diagnostics)
        }
        guard let nodes = object.required("cases").flatMap({ _ in object.list("cases") }) else { return nil }
        if nodes.isEmpty {
            diagnostics.error("\"cases\" is empty; a file holds at least one case", at: object.position)
        }
        var cases: [FixtureCase] = []
        for node in nodes {
            var reader = CaseReader(diagnostics: diagnostics, isLiteral: hasPolicy)
            if let fixture = reader.read(node) { cases.append(fixture) }
            ids += reader.ids
        }
        guard let title, let why else { return nil }
        return FixtureFile(name: name, title: title, why: why, sections: sections, policy: policy, cases: cases)
    }

    /// Returns a required text that is not empty.
    private func text(_ object: ObjectReader, _ name: String) -> String? {
        guard object.required(name) != nil, let text = object.string(name) else { return nil }
        if text.isEmpty { diagnostics.error("\"\(name)\" is empty", at: object.optional(name)?.position) }
        return text
    }

    /// Reads the anchors.
    private func sections(_ object: ObjectReader) -> [SpecSection] {
        guard object.required("sections") != nil, let anchors = object.strings("sections") else { return [] }
        if anchors.isEmpty {
            diagnostics.error(
                "\"sections\" is empty; name at least one section", at: object.optional("sections")?.position)
        }
        return anchors.compactMap { anchor in
            if let section = SpecSection(anchor.text) { return section }
            let names = SpecSection.all.map(\.anchor)
            diagnostics.error(
                "unknown section \"\(anchor.text)\"; accepted: the anchors that \"corspec list clauses\" shows"
                    + NearestName.hint(anchor.text, in: names),
                at: anchor.position)
            return nil
        }
    }

    /// Returns the name of a file's own policy: the file's name without folder and ending.
    private static func policyName(of file: String) -> String {
        let base = file.split(separator: "/").last.map(String.init) ?? file
        return base.hasSuffix(".json") ? String(base.dropLast(5)) : base
    }
}
