/// Reads a pattern's structure, as far as origins are made from it.
///
/// It is no regex engine: what it makes of a pattern is only proposed, and the compiled pattern decides.
struct PatternParser {
    /// A part of a pattern.
    indirect enum Node: Hashable {
        /// One of these characters.
        case characters([Character])
        /// All in order.
        case sequence([Node])
        /// One of these.
        case choice([Node])
        /// Repeated at least, and at most, so often.
        case repeated(Node, Int, Int?)
    }

    private let source: [Character]
    private var index = 0

    /// Reads a pattern; nil if it holds something that is not understood.
    static func parse(_ source: String) -> Node? {
        var parser = PatternParser(source: Array(source))
        let node = parser.choice()
        return parser.index == parser.source.count ? node : nil
    }

    private init(source: [Character]) { self.source = source }

    private var next: Character? { index < source.count ? source[index] : nil }

    private mutating func choice() -> Node? {
        var options: [Node] = []
        while true {
            guard let option = sequence() else { return nil }
            options.append(option)
            guard next == "|" else { return options.count == 1 ? options[0] : .choice(options) }
            index += 1
        }
    }

    private mutating func sequence() -> Node? {
        var nodes: [Node] = []
        while let character = next, character != "|", character != ")" {
            guard let atom = atom(), let node = quantified(atom) else { return nil }
            nodes.append(node)
        }
        return .sequence(nodes)
    }

    private mutating func atom() -> Node? {
        guard let character = next else { return nil }
        index += 1
        switch character {
        case "^", "$": return .sequence([])
        case ".": return .characters(Self.plain)
        case "(": return group()
        case "[": return set()
        case "\\": return escape().map { $0.isEmpty ? .sequence([]) : .characters($0) }
        case "*", "+", "?", "{": return nil
        default: return .characters([character])
        }
    }

    private mutating func group() -> Node? {
        if next == "?" {
            index += 1
            // Flags and lookahead change what the rest means: only grouping is understood.
            if next == ":" {
                index += 1
            } else {
                if next == "P" { index += 1 }
                guard next == "<", let close = source[index...].firstIndex(of: ">") else { return nil }
                let after = index + 1 < source.count ? source[index + 1] : " "
                guard after != "=", after != "!" else { return nil }
                index = close + 1
            }
        }
        guard let node = choice(), next == ")" else { return nil }
        index += 1
        return node
    }

    /// Characters that stand for "any".
    private static let plain: [Character] = Array("abcdefghijklmnopqrstuvwxyz0123456789-.")
    private static let letters: [Character] = Array("abcdefghijklmnopqrstuvwxyz0123456789-._")

    private mutating func escape() -> [Character]? {
        guard let character = next else { return nil }
        index += 1
        switch character {
        case "d": return Array("123456789")
        case "w": return Array("abcdefghijklmnopqrstuvwxyz0123456789")
        case "A", "Z", "z", "b": return []
        case "S", "D", "W": return Array("abc-")
        case _ where character.isLetter || character.isNumber: return nil
        default: return [character]
        }
    }

    private mutating func set() -> Node? {
        var members: [Character] = []
        var isNegated = false
        if next == "^" {
            isNegated = true
            index += 1
        }
        var isFirst = true
        while let character = next, character != "]" || isFirst {
            isFirst = false
            index += 1
            if character == "\\" {
                guard let escaped = escape() else { return nil }
                members += escaped
            } else if next == "-", index + 1 < source.count, source[index + 1] != "]",
                let low = character.asciiValue, let high = source[index + 1].asciiValue, low <= high
            {
                index += 2
                members += (low...high).map { Character(Unicode.Scalar($0)) }
            } else {
                members.append(character)
            }
        }
        guard next == "]" else { return nil }
        index += 1
        return .characters(isNegated ? Self.letters.filter { !members.contains($0) } : members)
    }

    private mutating func quantified(_ atom: Node) -> Node? {
        guard let character = next else { return atom }
        var node = atom
        switch character {
        case "*": node = .repeated(atom, 0, nil)
        case "+": node = .repeated(atom, 1, nil)
        case "?": node = .repeated(atom, 0, 1)
        case "{":
            guard let close = source[index...].firstIndex(of: "}") else { return nil }
            let bounds = String(source[(index + 1)..<close]).split(separator: ",", omittingEmptySubsequences: false)
            guard let low = bounds.first.flatMap({ Int($0) }), low <= 64 else { return nil }
            let high = bounds.count == 1 ? low : Int(bounds[1])
            index = close
            node = .repeated(atom, low, high)
        default: return atom
        }
        index += 1
        if next == "?" || next == "+" { index += 1 }
        return node
    }
}
