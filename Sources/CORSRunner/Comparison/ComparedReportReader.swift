import CORSVocabulary
package import StrictJSON

/// Reads a column of a comparison from the JSON report of an earlier run.
package enum ComparedReportReader {
    /// Reads a report from a file's bytes; members that are not needed are not looked at.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - name: What the column is called; the target's name unless given.
    ///   - keepsAnswers: Whether the heads of the answers are kept.
    ///   - diagnostics: Where an error is reported.
    /// - Returns: The column, or nil after an error.
    package static func read(
        _ bytes: [UInt8], name: String?, keepsAnswers: Bool, into diagnostics: Diagnostics
    ) -> ComparedColumn? {
        guard let report = ReportNodes.read(bytes, into: diagnostics) else { return nil }
        let stale = report.members["baseline"]?.members["stale"]?.elements ?? []
        let entries = report.rows.compactMap { entry($0, keepsAnswers: keepsAnswers, into: diagnostics) }
        guard !diagnostics.hasErrors else { return nil }
        return ComparedColumn(
            name: name ?? target(report.members["target"]).map(ComparedColumn.name) ?? diagnostics.file,
            report: diagnostics.file, entries: entries, isStale: !stale.isEmpty)
    }

    private static func target(_ node: JSONNode?) -> TargetDescription? {
        guard let members = node?.members, let name = members["name"]?.text,
            let kind = (members["kind"]?.text).flatMap(TargetDescription.Kind.init)
        else { return nil }
        return TargetDescription(
            kind: kind, name: name, version: members["version"]?.text,
            location: members["url"]?.text ?? members["command"]?.text, origin: "")
    }

    private static func entry(
        _ node: JSONNode, keepsAnswers: Bool, into diagnostics: Diagnostics
    ) -> ComparedColumn.Entry? {
        let members = node.members
        guard let row = ReportNodes.Row(node, into: diagnostics) else { return nil }
        guard let status = RowResult.Status(rawValue: row.status) else {
            diagnostics.error("unknown status \"\(row.status)\"", at: members["status"]?.position)
            return nil
        }
        let worst = members["findings"]?.elements?.first?.members
        let reason = members["reason"]?.text
        let word = ComparedWord(
            status, severity: (members["severity"]?.text).flatMap(Severity.init), reason: reason)
        let cell = ComparedCell(
            word: word, cause: worst?["cause"]?.text, message: worst?["message"]?.text, reason: reason,
            answers: keepsAnswers ? (members["exchanges"]?.elements ?? []).compactMap(answer) : [])
        return ComparedColumn.Entry(
            key: row.key, caseID: members["case"]?.text ?? String(row.key.id.prefix { $0 != "@" }),
            title: members["title"]?.text ?? "", cell: cell)
    }

    private static func answer(_ exchange: JSONNode) -> ComparedAnswer? {
        guard let method = exchange.members["request"]?.members["method"]?.text else { return nil }
        guard let response = exchange.members["response"]?.members,
            case .number(let text)? = response["status"]?.value, let status = Int(text)
        else { return ComparedAnswer(method: method, status: nil, lines: []) }
        let lines = (response["headers"]?.elements ?? []).compactMap { line -> ComparedAnswer.Line? in
            guard let parts = line.elements, parts.count == 2, let name = parts[0].text, let value = parts[1].text
            else { return nil }
            return ComparedAnswer.Line(name: name, value: value)
        }
        return ComparedAnswer(method: method, status: status, lines: lines)
    }
}
