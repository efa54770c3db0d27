import CORSVocabulary
import FetchModel
import StrictJSON

/// Writes a verdict as `corspec judge` answers it.
enum VerdictWriter {
    /// Makes the answer.
    static func output(_ judgements: EngineJudgements, id: JSONOutput?) -> JSONOutput {
        let verdict = judgements.standard.verdict
        var members: [(String, JSONOutput)] = [("id", id ?? .null), ("preflight", .bool(verdict.hasPreflight))]
        if let preflight = judgements.standard.preflightRequest {
            let lines = preflight.headers.fields.map {
                JSONOutput.array([.string($0.name.text), .string($0.value.text)])
            }
            members.append(("preflight_request", .object([("headers", .array(lines))])))
        }
        members += [
            ("outcome", .string(verdict.outcomeName)), ("reason", string(verdict.reason)),
            ("section", string(verdict.section?.anchor)), ("exposed", names(verdict.exposed)),
            ("console", string(judgements.console(.chromium))),
            ("console_firefox", string(judgements.console(.firefox))),
        ]
        let differences = judgements.differences
        if !differences.isEmpty { members.append(("engines", .array(differences.map(engine)))) }
        return .object(members)
    }

    private static func engine(_ difference: EngineDifference) -> JSONOutput {
        .object([
            ("engine", .string(difference.engine.rawValue)), ("class", .string(difference.deviation.name)),
            ("preflight", .bool(difference.verdict.hasPreflight)),
            ("outcome", .string(difference.verdict.outcomeName)), ("exposed", names(difference.verdict.exposed)),
        ])
    }

    private static func string(_ text: String?) -> JSONOutput { text.map { .string($0) } ?? .null }

    private static func names(_ names: [FieldName]) -> JSONOutput { .array(names.map { .string($0.lowercased) }) }
}
