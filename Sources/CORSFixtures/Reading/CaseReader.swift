import CORSVocabulary
import FetchModel
import StrictJSON

/// Reads one case.
struct CaseReader {
    /// Where errors are reported.
    let diagnostics: Diagnostics
    /// Whether placeholders are errors.
    let isLiteral: Bool
    /// The case's id and aliases, with their places.
    private(set) var ids: [(String, SourcePosition)] = []

    /// Starts to read a case.
    init(diagnostics: Diagnostics, isLiteral: Bool) {
        self.diagnostics = diagnostics
        self.isLiteral = isLiteral
    }

    private static let members = [
        "id", "aliases", "title", "needs", "stands", "comment", "request", "fetch", "sequence", "repeat", "parallel",
        "expect", "steps",
    ]

    /// Reads a case, or returns nil after an error.
    mutating func read(_ node: JSONNode) -> FixtureCase? {
        guard let object = ObjectReader(node, what: "a case", accepted: Self.members, into: diagnostics)
        else { return nil }
        _ = object.string("comment")
        let id = readID(object)
        let aliases = object.strings("aliases") ?? []
        ids += aliases.map { ($0.text, $0.position) }
        let title = object.required("title").flatMap { _ in object.string("title") }
        let needs = readNeeds(object)
        let stands = object.string("stands")
        let steps = StepReader(diagnostics: diagnostics, isLiteral: isLiteral)
        let kinds = ["request", "fetch", "sequence"].filter { object.optional($0) != nil }
        guard kinds.count == 1 else {
            let found = kinds.isEmpty ? "none" : kinds.map { "\"\($0)\"" }.joined(separator: " and ")
            diagnostics.error(
                "a case has exactly one of \"request\", \"fetch\" and \"sequence\"; here is \(found)", at: node.position
            )
            return nil
        }
        guard let expectNode = object.required("expect") else { return nil }
        if object.optional("steps") != nil, !isLiteral {
            diagnostics.error(
                "\"steps\" stands in exported files, which have a policy of their own", at: object.position)
        }
        guard kinds == ["sequence"] else {
            for member in ["repeat", "parallel"] {
                guard let node = object.optional(member) else { continue }
                diagnostics.error("\"\(member)\" stands beside \"sequence\" alone", at: node.position)
            }
            guard let step = steps.read(object, expect: expectNode, isInSequence: false), let id, let title
            else { return nil }
            return FixtureCase(
                id: id, aliases: aliases.map(\.text), title: title, needs: needs, stands: stands, steps: [step],
                sequence: nil)
        }
        let nodes = object.list("sequence") ?? []
        let pace = readPace(object)
        if nodes.isEmpty || nodes.count * pace.rounds < 2 {
            diagnostics.error(
                "a sequence has at least two steps, or one and \"repeat\"", at: object.optional("sequence")?.position)
        }
        let read = nodes.compactMap { steps.readSequenceStep($0) }
        let sequence = steps.readSequenceExpectation(expectNode)
        guard let id, let title, let sequence, read.count == nodes.count else { return nil }
        return FixtureCase(
            id: id, aliases: aliases.map(\.text), title: title, needs: needs, stands: stands, steps: read,
            sequence: sequence, pace: pace)
    }

    /// Reads how often a sequence is carried out, and whether at once.
    private func readPace(_ object: ObjectReader) -> SequencePace {
        var pace = SequencePace()
        pace.isParallel = object.bool("parallel") ?? false
        guard let node = object.optional("repeat"), let rounds = object.integer("repeat") else { return pace }
        guard SequencePace.allowedRounds.contains(rounds) else {
            let allowed = SequencePace.allowedRounds
            diagnostics.error(
                "\"repeat\" is a number from \(allowed.lowerBound) to \(allowed.upperBound), not \(rounds)",
                at: node.position)
            return pace
        }
        pace.rounds = rounds
        return pace
    }

    /// Reads the id and checks its form.
    private mutating func readID(_ object: ObjectReader) -> String? {
        guard let node = object.required("id"), let id = object.string("id") else { return nil }
        let parts = id.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let levels = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = levels.count >= 2 && levels.allSatisfy { Self.isKebab($0) } && (parts.count == 1 || isLiteral)
        if !isPlain {
            diagnostics.error(
                "\"\(id)\" is no id; an id is \"area/slug\" in lower-case letters, digits and hyphens",
                at: node.position)
        }
        ids.append((id, node.position))
        return id
    }

    private static func isKebab(_ text: Substring) -> Bool {
        !text.isEmpty && !text.hasPrefix("-") && !text.hasSuffix("-")
            && text.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
    }

    /// Reads what a policy must be like.
    private func readNeeds(_ object: ObjectReader) -> [Need] {
        (object.strings("needs") ?? []).compactMap { need in
            EnumReader.read(need.text, at: need.position, what: "need", into: diagnostics)
        }
    }
}
