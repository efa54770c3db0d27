import CORSFixtures
import CORSPolicy
import CORSVocabulary

/// Checks the header rules of an expectation.
struct HeaderRuleAssessor {
    /// What knows the row.
    let assessor: Assessor

    /// Returns the rules that do not hold.
    func findings(_ outcome: StepOutcome) -> [Finding] {
        outcome.step.expect.headers.compactMap { rule in
            let index =
                switch rule.response {
                case .preflight?: outcome.preflight
                case .actual?: outcome.actual
                // Where the actual request may not be sent, its answer is not judged.
                case nil: outcome.step.sendsActual ? outcome.last : nil
                }
            guard let response = assessor.response(index), let expected = violated(rule, response, outcome.step)
            else { return nil }
            return Finding(
                kind: .header(rule.name), severity: rule.severity,
                message: "The response header \(rule.name.text) is not as it must be.", expected: expected,
                actual: HeaderText.line(rule.name, in: response), section: assessor.row.section, exchange: index,
                field: rule.name)
        }
    }

    /// Returns what a rule asks, if it does not hold.
    private func violated(_ rule: HeaderRule, _ response: HTTPResponse, _ step: PlannedStep) -> String? {
        let values = response.headers.values(rule.name)
        let joined = values.map { Latin1.text(HeaderText.trim($0.bytes[...])) }.joined(separator: ", ")
        let bytes = FieldValue(joined).bytes
        let name = rule.name.text
        func isEqual(_ text: String) -> Bool { !values.isEmpty && FieldValue(text).bytes == bytes }
        switch rule.check {
        case .exactly(let text): return isEqual(text) ? nil : "\(name): \(text)"
        case .absent: return values.isEmpty ? nil : "no \(name) line"
        case .present: return values.isEmpty ? "a \(name) line" : nil
        case .contains(let texts):
            let members = HeaderText.members(of: rule.name, in: response)
            let holds = texts.contains { members.contains($0.lowercased()) }
            return holds ? nil : "\(name) lists \(texts.joined(separator: " or "))"
        case .lacks(let texts):
            let members = HeaderText.members(of: rule.name, in: response)
            let holds = !texts.contains { members.contains($0.lowercased()) }
            return holds ? nil : "\(name) does not list \(texts.joined(separator: ", nor "))"
        case .oneOf(let texts):
            return texts.contains(where: isEqual) ? nil : "\(name) is \(texts.joined(separator: " or "))"
        case .matches(let pattern):
            let holds = !values.isEmpty && (try? step.patterns[pattern]?.matches(Origin(bytes: bytes))) == true
            return holds ? nil : "\(name) matches \(pattern)"
        }
    }
}
