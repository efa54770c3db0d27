import CORSVocabulary
package import StrictJSON

/// Reads a baseline strictly.
package enum BaselineReader {
    private static let members = ["corspec_baseline", "entries", "$schema", "comment"]

    /// Reads a baseline from a file's bytes.
    ///
    /// An entry whose risk nobody has accepted is no error here: `checkRisks` reports it.
    ///
    /// - Parameters:
    ///   - bytes: The JSON text.
    ///   - diagnostics: Where every error is reported.
    /// - Returns: The baseline, or nil after an error.
    package static func read(_ bytes: [UInt8], into diagnostics: Diagnostics) -> Baseline? {
        guard let node = JSONReader.read(bytes, what: "baseline", into: diagnostics),
            let object = ObjectReader(node, what: "the baseline", accepted: members, into: diagnostics)
        else { return nil }
        if object.required("corspec_baseline") != nil, let format = object.integer("corspec_baseline"),
            format != Baseline.format
        {
            diagnostics.error(
                "\"corspec_baseline\" is \(format); this corspec reads format \(Baseline.format)",
                at: object.optional("corspec_baseline")?.position)
        }
        var baseline = Baseline(
            file: diagnostics.file, schema: object.string("$schema"), comment: object.string("comment"))
        if let list = object.required("entries"), let nodes = object.list("entries") {
            let lines = UsedLines(list: list, nodes: nodes)
            let entries = nodes.map { entry($0, lines: lines, into: diagnostics) }
            baseline.entries = entries.compactMap(\.self)
            reportDuplicates(baseline.entries, into: diagnostics)
        }
        return diagnostics.hasErrors ? nil : baseline
    }

    /// Reports every unsafe entry whose risk nobody has accepted.
    ///
    /// - Parameters:
    ///   - baseline: The baseline.
    ///   - diagnostics: Where each is an error.
    package static func checkRisks(of baseline: Baseline, into diagnostics: Diagnostics) {
        for entry in baseline.unaccepted {
            diagnostics.error(
                "\"\(entry.policy):\(entry.id)\" is unsafe: a browser lets a page read or send what the policy refuses; "
                    + "the entry counts once \"accept_risk\" is true",
                at: entry.place?.start)
        }
    }

    /// Reports once how many entries have no reason.
    ///
    /// - Parameters:
    ///   - baseline: The baseline.
    ///   - diagnostics: Where it is a warning.
    package static func checkReasons(of baseline: Baseline, into diagnostics: Diagnostics) {
        let count = baseline.unexplained.count
        guard count > 0 else { return }
        diagnostics.warning(
            "\(count) \(count == 1 ? "entry has" : "entries have") no reason yet",
            at: baseline.unexplained.first?.place?.start)
    }

    private static func reportDuplicates(_ entries: [Baseline.Entry], into diagnostics: Diagnostics) {
        var seen: [[String]: Baseline.Entry] = [:]
        for entry in entries {
            guard let first = seen.updateValue(entry, forKey: [entry.policy, entry.id]) else { continue }
            let place = first.place.map { "; the first is at \($0.start.line):\($0.start.column)" } ?? ""
            diagnostics.error("\"\(entry.policy):\(entry.id)\" stands twice\(place)", at: entry.place?.start)
        }
    }
}

// MARK: - Entries

extension BaselineReader {
    private static let entryMembers = [
        "id", "policy", "severity", "reason", "issue", "expires", "accept_risk", "comment",
    ]
    private static let severities: [Severity] = [.unsafe, .broken, .hazard]

    private static func entry(
        _ node: JSONNode, lines: UsedLines, into diagnostics: Diagnostics
    ) -> Baseline.Entry? {
        guard let object = ObjectReader(node, what: "the entry", accepted: entryMembers, into: diagnostics)
        else { return nil }
        let severity = severity(object)
        let expires = date(object)
        let id = text("id", object)
        let policy = text("policy", object)
        let texts = ["reason", "issue", "comment"].map { object.string($0) }
        let acceptsRisk = object.bool("accept_risk")
        guard let id, let policy, let severity else { return nil }
        if let wrong = wrongID(id, policy: policy) {
            diagnostics.error(wrong, at: object.optional("id")?.position)
        }
        return Baseline.Entry(
            id: id, policy: policy, severity: severity, reason: texts[0], issue: texts[1], expires: expires,
            acceptsRisk: acceptsRisk, comment: texts[2], place: lines.place(of: node))
    }

    private static func text(_ name: String, _ object: ObjectReader) -> String? {
        guard let node = object.required(name), let text = object.string(name) else { return nil }
        if text.isEmpty { object.diagnostics.error("\"\(name)\" is empty", at: node.position) }
        return text
    }

    /// Returns what is wrong with an id as a person may write it, or nil.
    private static func wrongID(_ id: String, policy: String) -> String? {
        if id.contains("*") { return "\"\(id)\" in \"id\": an entry names one row, so \"*\" has no meaning here" }
        guard let colon = id.firstIndex(of: ":") else { return nil }
        return "\"\(id)\" in \"id\" names a policy as well; write \"policy\": \"\(id[..<colon])\" and \"id\": "
            + "\"\(id[id.index(after: colon)...])\""
    }

    private static func severity(_ object: ObjectReader) -> Severity? {
        guard let node = object.required("severity"), let text = object.string("severity") else { return nil }
        let names = severities.map(\.rawValue)
        if let severity = Severity(rawValue: text), severities.contains(severity) { return severity }
        let why = text == Severity.note.rawValue ? ": a note fails no run, so there is nothing to list" : ""
        object.diagnostics.error(
            "\"\(text)\" in \"severity\" is not accepted\(why); accepted: \(names.joined(separator: ", "))"
                + (why.isEmpty ? NearestName.hint(text, in: names) : ""),
            at: node.position)
        return nil
    }

    private static func date(_ object: ObjectReader) -> CalendarDate? {
        guard let text = object.string("expires") else { return nil }
        if let date = CalendarDate(text) { return date }
        object.diagnostics.error(
            "\"\(text)\" in \"expires\" is no date; write it as YYYY-MM-DD, such as 2027-01-31",
            at: object.optional("expires")?.position)
        return nil
    }
}

/// The lines that a list and its elements begin and end on.
private struct UsedLines {
    private var counts: [Int: Int] = [:]

    init(list: JSONNode, nodes: [JSONNode]) {
        for line in [list.position.line, list.end.line] { counts[line, default: 0] += 1 }
        for node in nodes { for line in Set([node.position.line, node.end.line]) { counts[line, default: 0] += 1 } }
    }

    /// The place of an element.
    func place(of node: JSONNode) -> Baseline.Place {
        let isAlone = [node.position.line, node.end.line].allSatisfy { counts[$0] == 1 }
        return Baseline.Place(start: node.position, end: node.end, isAlone: isAlone)
    }
}
