import CORSPolicy
import CORSVocabulary
import FetchModel
import StrictJSON

/// Reads what must come of a step.
struct ExpectationReader {
    /// Where errors are reported.
    let diagnostics: Diagnostics
    /// What reports placeholders that are unknown or out of place.
    let placeholders: PlaceholderChecker

    private static let members = ["outcome", "reason", "exposes", "hides", "status", "headers", "rules"]

    /// Reads an expectation.
    func read(_ node: JSONNode, mayBeEmpty: Bool) -> Expectation? {
        guard let object = ObjectReader(node, what: "\"expect\"", accepted: Self.members, into: diagnostics)
        else { return nil }
        var expectation = Expectation()
        expectation.outcome = EnumReader.read("outcome", of: object, what: "outcome")
        expectation.reasons = words(object, "reason", what: "reason")
        if !expectation.reasons.isEmpty, expectation.outcome != .blocked {
            diagnostics.error(
                "\"reason\" goes with \"outcome\": \"blocked\"", at: object.optional("reason")?.position)
        }
        expectation.exposes = names(object, "exposes")
        expectation.hides = names(object, "hides")
        expectation.statuses = object.optional("status").map { statuses($0) } ?? []
        expectation.headers = (object.list("headers") ?? []).compactMap { HeaderRuleReader(self).read($0) }
        expectation.rules = words(object, "rules", what: "rule")
        if expectation == Expectation(), !mayBeEmpty, !diagnostics.hasErrors {
            diagnostics.error(
                "\"expect\" asks nothing; accepted: \(Self.members.joined(separator: ", "))", at: node.position)
        }
        return expectation
    }

    private func words<Word: RawRepresentable<String> & CaseIterable>(
        _ object: ObjectReader, _ member: String, what: String
    ) -> [Word] {
        (object.strings(member) ?? []).compactMap {
            EnumReader.read($0.text, at: $0.position, what: what, into: diagnostics)
        }
    }

    private func names(_ object: ObjectReader, _ member: String) -> [String] {
        (object.strings(member) ?? []).compactMap { name in
            placeholders.check(name.text, at: name.position)
            if !name.text.contains("{"), FieldName(name.text) == nil {
                diagnostics.error("\"\(name.text)\" is no header name: a name is a token", at: name.position)
                return nil
            }
            return name.text
        }
    }

    /// Reads a status rule or a list of them.
    private func statuses(_ node: JSONNode) -> [StatusRule] {
        if case .array(let nodes) = node.value { return nodes.compactMap { status($0) } }
        return status(node).map { [$0] } ?? []
    }

    private func status(_ node: JSONNode) -> StatusRule? {
        switch node.value {
        case .number(let text):
            if let code = Int(text), (100...999).contains(code) {
                return StatusRule(range: code...code, isNegated: false)
            }
        case .string(let text):
            if text.utf8.count == 3, text.hasSuffix("xx"), let digit = text.first?.wholeNumberValue,
                (1...9).contains(digit)
            {
                return StatusRule(range: digit * 100...digit * 100 + 99, isNegated: false)
            }
        case .object:
            guard
                let object = ObjectReader(node, what: "a status rule", accepted: ["not"], into: diagnostics),
                let inner = object.required("not"), let rule = status(inner)
            else { return nil }
            return StatusRule(range: rule.range, isNegated: !rule.isNegated)
        default: break
        }
        diagnostics.error(
            "a status is a number from 100 to 999, a class such as \"2xx\", or {\"not\": …} of these", at: node.position
        )
        return nil
    }
}
