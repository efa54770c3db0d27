import CORSPolicy
import CORSVocabulary
import StrictJSON

/// Reads what must hold of one response header.
struct HeaderRuleReader {
    private let diagnostics: Diagnostics
    private let placeholders: PlaceholderChecker

    /// Starts to read rules of an expectation.
    init(_ reader: ExpectationReader) {
        diagnostics = reader.diagnostics
        placeholders = reader.placeholders
    }

    private static let checks = ["exactly", "absent", "present", "contains", "lacks", "one_of", "matches"]

    /// Reads a rule, or returns nil after an error.
    func read(_ node: JSONNode) -> HeaderRule? {
        guard
            let object = ObjectReader(
                node, what: "a header rule", accepted: ["name", "severity", "on"] + Self.checks, into: diagnostics),
            object.required("name") != nil, let name = object.string("name")
        else { return nil }
        guard let field = FieldName(name) else {
            diagnostics.error("\"\(name)\" is no header name: a name is a token", at: node.position)
            return nil
        }
        let kinds = Self.checks.filter { object.optional($0) != nil }
        guard kinds.count == 1, let kind = kinds.first else {
            diagnostics.error(
                "a header rule has exactly one of \(Self.checks.joined(separator: ", "))", at: node.position)
            return nil
        }
        guard let check = check(kind, of: object) else { return nil }
        return HeaderRule(
            name: field, check: check, severity: EnumReader.read("severity", of: object, what: "severity") ?? .broken,
            response: EnumReader.read("on", of: object, what: "response"))
    }

    private func check(_ kind: String, of object: ObjectReader) -> HeaderRule.Check? {
        switch kind {
        case "exactly": return text(kind, of: object).map { .exactly($0) }
        case "absent": return flag(kind, of: object) ? .absent : nil
        case "present": return flag(kind, of: object) ? .present : nil
        case "contains": return texts(kind, of: object).map { .contains($0) }
        case "lacks": return texts(kind, of: object).map { .lacks($0) }
        case "one_of": return texts(kind, of: object).map { .oneOf($0) }
        default:
            guard let pattern = text(kind, of: object) else { return nil }
            do {
                _ = try OriginPattern.compile(pattern)
                return .matches(pattern)
            } catch {
                diagnostics.error("\"matches\" is no pattern: \(error)", at: object.optional(kind)?.position)
                return nil
            }
        }
    }

    private func text(_ member: String, of object: ObjectReader) -> String? {
        guard let text = object.string(member) else { return nil }
        placeholders.check(text, at: object.optional(member)?.position)
        return text
    }

    /// Reads a member that is always `true`.
    private func flag(_ member: String, of object: ObjectReader) -> Bool {
        guard let flag = object.bool(member) else { return false }
        if !flag { diagnostics.error("\"\(member)\" is always true", at: object.optional(member)?.position) }
        return flag
    }

    /// Reads a text, or a list of texts that is not empty.
    private func texts(_ member: String, of object: ObjectReader) -> [String]? {
        guard let node = object.optional(member) else { return nil }
        if case .string = node.value { return text(member, of: object).map { [$0] } }
        guard let texts = object.strings(member) else { return nil }
        for text in texts { placeholders.check(text.text, at: text.position) }
        if texts.isEmpty { diagnostics.error("\"\(member)\" is empty", at: node.position) }
        return texts.map(\.text)
    }
}
