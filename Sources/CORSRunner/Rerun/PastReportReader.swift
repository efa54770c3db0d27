package import StrictJSON

/// Reads of a JSON report which rows failed.
package enum PastReportReader {
    /// Reads a report from a file's bytes; members that are not needed are not looked at.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - diagnostics: Where an error is reported.
    /// - Returns: What failed, or nil after an error.
    package static func read(_ bytes: [UInt8], into diagnostics: Diagnostics) -> PastReport? {
        guard let node = JSONReader.read(bytes, what: "report", into: diagnostics) else { return nil }
        let members = members(of: node)
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
        guard case .array(let rows) = results.value else {
            diagnostics.error("\"results\" must be a list, not \(results.value.kind)", at: results.position)
            return nil
        }
        var report = PastReport(file: diagnostics.file)
        for row in rows { add(row, to: &report, into: diagnostics) }
        return diagnostics.hasErrors ? nil : report
    }

    private static func add(_ node: JSONNode, to report: inout PastReport, into diagnostics: Diagnostics) {
        let members = members(of: node)
        func text(_ name: String) -> String? {
            guard case .string(let text)? = members[name]?.value else { return nil }
            return text
        }
        guard let id = text("id"), let policy = text("policy"), let status = text("status") else {
            diagnostics.error("a result has no \"id\", \"policy\" or \"status\"", at: node.position)
            return
        }
        if case .bool(true)? = members["known"]?.value { return }
        let key = RowKey(policy: policy, id: id)
        switch RowResult.Status(rawValue: status) {
        case .failed, .error: report.failed.append(key)
        case .hazard: report.hazards.append(key)
        case .passed, .skipped, nil: break
        }
    }

    private static func members(of node: JSONNode) -> [String: JSONNode] {
        guard case .object(let members) = node.value else { return [:] }
        return Dictionary(members.map { ($0.name, $0.node) }) { first, _ in first }
    }
}
