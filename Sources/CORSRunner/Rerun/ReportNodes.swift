import StrictJSON

/// A JSON report of corspec's, as far as every reader of one looks at it.
struct ReportNodes {
    /// The report's members.
    let members: [String: JSONNode]
    /// The results.
    let rows: [JSONNode]

    /// Reads a report from a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - diagnostics: Where an error is reported.
    /// - Returns: The report, or nil after an error.
    static func read(_ bytes: [UInt8], into diagnostics: Diagnostics) -> ReportNodes? {
        guard let node = JSONReader.read(bytes, what: "report", into: diagnostics) else { return nil }
        let members = node.members
        guard members["corspec"] != nil, let format = members["format"], let results = members["results"] else {
            diagnostics.error(
                "this is no report of corspec's: it has not the members \"corspec\", \"format\" and \"results\"; "
                    + "--report json=FILE writes one",
                at: node.position)
            return nil
        }
        guard case .number(String(RunReport.format)) = format.value else {
            let number = if case .number(let text) = format.value { text } else { format.value.kind }
            diagnostics.error(
                "the report's format is \(number); this corspec reads format \(RunReport.format): run corspec anew with "
                    + "--report json=FILE",
                at: format.position)
            return nil
        }
        guard let rows = results.elements else {
            diagnostics.error("\"results\" must be a list, not \(results.value.kind)", at: results.position)
            return nil
        }
        return ReportNodes(members: members, rows: rows)
    }

    /// What every result has.
    struct Row {
        /// The policy's name and the row's id.
        let key: RowKey
        /// The status.
        let status: String

        /// Reads a result; nil after an error.
        init?(_ node: JSONNode, into diagnostics: Diagnostics) {
            let members = node.members
            guard let id = members["id"]?.text, let policy = members["policy"]?.text,
                let status = members["status"]?.text
            else {
                diagnostics.error("a result has no \"id\", \"policy\" or \"status\"", at: node.position)
                return nil
            }
            key = RowKey(policy: policy, id: id)
            self.status = status
        }
    }
}

// MARK: - Nodes

extension JSONNode {
    /// The members by their names, the first of each; none where it is no object.
    var members: [String: JSONNode] {
        guard case .object(let members) = value else { return [:] }
        return Dictionary(members.map { ($0.name, $0.node) }) { first, _ in first }
    }

    /// The elements, or nil where it is no list.
    var elements: [JSONNode]? {
        guard case .array(let nodes) = value else { return nil }
        return nodes
    }

    /// The text, or nil where it is none.
    var text: String? {
        guard case .string(let text) = value else { return nil }
        return text
    }
}
