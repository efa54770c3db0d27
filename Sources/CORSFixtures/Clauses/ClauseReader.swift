import CORSVocabulary
package import StrictJSON

/// Reads a file of clauses.
package enum ClauseReader {
    private static let members = ["$schema", "corspec", "clauses"]
    private static let clauseMembers = ["section", "clause", "cases", "not_judged"]

    /// Reads clauses from a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - cases: The ids that there are.
    ///   - diagnostics: Where errors are reported: an unknown section or case, a clause that is neither judged nor says
    ///     why.
    /// - Returns: The clauses that can be read, in order.
    package static func read(_ bytes: [UInt8], cases: [String], into diagnostics: Diagnostics) -> [Clause] {
        guard let root = JSONReader.read(bytes, what: "clauses", into: diagnostics),
            let object = ObjectReader(root, what: "the file of clauses", accepted: members, into: diagnostics)
        else { return [] }
        _ = object.string("$schema")
        if object.required("corspec") != nil, let version = object.integer("corspec"), version != 1 {
            diagnostics.error(
                "\"corspec\" is \(version), but this corspec reads format 1", at: object.optional("corspec")?.position)
        }
        let nodes = object.required("clauses").flatMap { _ in object.list("clauses") } ?? []
        return nodes.compactMap { clause($0, cases: cases, into: diagnostics) }
    }

    private static func clause(_ node: JSONNode, cases: [String], into diagnostics: Diagnostics) -> Clause? {
        guard let object = ObjectReader(node, what: "a clause", accepted: clauseMembers, into: diagnostics) else {
            return nil
        }
        let anchor = object.required("section").flatMap { _ in object.string("section") }
        let text = object.required("clause").flatMap { _ in object.string("clause") }
        let ids = object.strings("cases")
        let reason = object.string("not_judged")
        for id in ids ?? [] where !cases.contains(id.text) {
            diagnostics.error("there is no case \"\(id.text)\"\(NearestName.hint(id.text, in: cases))", at: id.position)
        }
        guard let anchor, let text else { return nil }
        guard let section = SpecSection(anchor) else {
            let names = SpecSection.all.map(\.anchor)
            diagnostics.error(
                "unknown section \"\(anchor)\"\(NearestName.hint(anchor, in: names))",
                at: object.optional("section")?.position)
            return nil
        }
        switch (ids, reason) {
        case (let ids?, nil) where !ids.isEmpty:
            return Clause(section: section, text: text, coverage: .cases(ids.map(\.text)))
        case (nil, let reason?) where !reason.isEmpty:
            return Clause(section: section, text: text, coverage: .notJudged(reason))
        default:
            diagnostics.error("a clause has either \"cases\" or \"not_judged\", and not empty", at: node.position)
            return nil
        }
    }
}
