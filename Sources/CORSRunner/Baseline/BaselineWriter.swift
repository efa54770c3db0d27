import CORSVocabulary
import StrictJSON

/// Writes a baseline: an entry a line, so that one can be deleted, and a change be read.
package enum BaselineWriter {
    /// Writes a baseline.
    ///
    /// - Returns: The JSON text, with a line break at its end.
    package static func text(_ baseline: Baseline) -> String {
        var head: [(String, JSONOutput)] = []
        if let schema = baseline.schema { head.append(("$schema", .string(schema))) }
        if let comment = baseline.comment { head.append(("comment", .string(comment))) }
        head.append(("corspec_baseline", .integer(Baseline.format)))
        let members = head.map { "  \(JSONWriter.line(.string($0.0))): \(JSONWriter.line($0.1))," }
        let entries = baseline.entries.map { "    \(JSONWriter.line(entry($0)))" }.joined(separator: ",\n")
        let list = entries.isEmpty ? "  \"entries\": []" : "  \"entries\": [\n\(entries)\n  ]"
        return (["{"] + members + [list, "}"]).joined(separator: "\n") + "\n"
    }

    private static func entry(_ entry: Baseline.Entry) -> JSONOutput {
        var members: [(String, JSONOutput)] = [
            ("id", .string(entry.id)), ("policy", .string(entry.policy)),
            ("severity", .string(entry.severity.rawValue)),
        ]
        if let reason = entry.reason { members.append(("reason", .string(reason))) }
        if let issue = entry.issue { members.append(("issue", .string(issue))) }
        if let expires = entry.expires { members.append(("expires", .string(expires.description))) }
        if let acceptsRisk = entry.acceptsRisk { members.append(("accept_risk", .bool(acceptsRisk))) }
        if let comment = entry.comment { members.append(("comment", .string(comment))) }
        return .object(members)
    }
}
