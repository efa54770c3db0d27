/// Reads a pattern into an expression over ASCII.
///
/// Where a construct narrows what matches (lookahead, word boundaries, anchors within), it is passed over: the
/// expression then accepts more than the pattern, and the engine has the last word on every origin that is shown.
struct ExpressionParser {
    /// A pattern's structure.
    struct Parsed {
        /// The structure.
        var expression: Expression
        /// Whether something that narrows it was passed over.
        var isApproximate: Bool
        /// Whether letters match in either case, for some of it.
        var ignoresCase: Bool
    }

    /// Longer patterns are not analysed.
    static let longest = 4096
    private static let deepest = 100
    private static let mostRepeats = 256

    private let source: [UInt8]
    private var index = 0
    private var depth = 0
    private var isApproximate = false
    private var ignoresCase = false
    private var everIgnoredCase = false

    /// Reads a pattern; nil if it holds something that is not understood.
    static func parse(_ source: String) -> Parsed? {
        let bytes = Array(source.utf8)
        guard bytes.count <= longest, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        var parser = ExpressionParser(source: bytes)
        guard let expression = parser.choice(), parser.index == bytes.count else { return nil }
        return Parsed(
            expression: expression, isApproximate: parser.isApproximate, ignoresCase: parser.everIgnoredCase)
    }

    private init(source: [UInt8]) { self.source = source }

    private var next: UInt8? { index < source.count ? source[index] : nil }

    /// Goes past a text, if it stands here.
    private mutating func skip(_ text: String) -> Bool {
        guard source[index...].starts(with: text.utf8) else { return false }
        index += text.utf8.count
        return true
    }

    private mutating func choice() -> Expression? {
        var options: [Expression] = []
        let start = index
        repeat {
            guard let option = sequence() else { return nil }
            options.append(option)
        } while skip("|")
        if options.count == 1 { return options[0] }
        let full = options.filter { $0 != .empty }
        if full.isEmpty { return .empty }
        let choice = full.count == 1 ? full[0] : Expression.choice(full)
        // An alternative that is empty makes the others optional.
        return full.count == options.count ? choice : .repeated(choice, 0, 1, start)
    }

    private mutating func sequence() -> Expression? {
        var parts: [Expression] = []
        while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            if skip("\\Q") {
                while index < source.count, !skip("\\E") {
                    parts.append(one(source[index]))
                    index += 1
                }
                continue
            }
            guard let atom = atom(), let part = quantified(atom) else { return nil }
            if part != .empty { parts.append(part) }
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom() -> Expression? {
        guard let byte = next else { return nil }
        let place = index
        index += 1
        switch byte {
        case UInt8(ascii: "^"):
            if place > 0 { isApproximate = true }
            return .empty
        case UInt8(ascii: "$"):
            if index < source.count { isApproximate = true }
            return .empty
        case UInt8(ascii: "."): return .dot(place)
        case UInt8(ascii: "("): return group()
        case UInt8(ascii: "["): return set().map { .set($0) }
        case UInt8(ascii: "\\"): return escape()
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): return nil
        default: return one(byte)
        }
    }

    /// One byte, in either case if case is ignored.
    private func one(_ byte: UInt8) -> Expression {
        var set = ByteSet()
        set.insert(byte)
        return .set(ignoresCase ? set.withBothCases : set)
    }

    // MARK: - Groups

    private mutating func group() -> Expression? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { return nil }
        let outerCase = ignoresCase
        defer { ignoresCase = outerCase }
        if skip("?#") {
            while let byte = next, byte != UInt8(ascii: ")") { index += 1 }
            return skip(")") ? .empty : nil
        }
        if skip("?=") || skip("?!") {
            isApproximate = true
            guard choice() != nil, skip(")") else { return nil }
            return .empty
        }
        if skip("?>") {
            isApproximate = true
        } else if skip("?:") || skip("?<") || skip("?P<") {
            let isNamed = source[index - 1] == UInt8(ascii: "<")
            if isNamed {
                guard next != UInt8(ascii: "="), next != UInt8(ascii: "!"),
                    let close = source[index...].firstIndex(of: UInt8(ascii: ">"))
                else { return nil }
                index = close + 1
            }
        } else if skip("?") {
            return flags(outer: outerCase)
        }
        guard let inner = choice(), skip(")") else { return nil }
        return inner
    }

    /// Reads flags, for a group or for the rest of the group around.
    private mutating func flags(outer: Bool) -> Expression? {
        var isOn = true
        while let byte = next, byte != UInt8(ascii: ")"), byte != UInt8(ascii: ":") {
            index += 1
            switch byte {
            case UInt8(ascii: "-"): isOn = false
            case UInt8(ascii: "i"): ignoresCase = isOn
            case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "n"): break
            default: return nil
            }
        }
        everIgnoredCase = everIgnoredCase || ignoresCase
        if skip(":") {
            guard let inner = choice(), skip(")") else { return nil }
            return inner
        }
        // The flags hold for what follows in this group: read it here, and leave its end to the group.
        guard skip(")") else { return nil }
        return choice()
    }

    // MARK: - Classes

    private mutating func escape() -> Expression? {
        if let byte = next {
            switch byte {
            case UInt8(ascii: "A"), UInt8(ascii: "Z"), UInt8(ascii: "z"):
                index += 1
                return .empty
            case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "G"):
                index += 1
                isApproximate = true
                return .empty
            default: break
            }
        }
        return escaped().map { .set(ignoresCase ? $0.withBothCases : $0) }
    }

    /// Reads what stands after a backslash.
    private mutating func escaped() -> ByteSet? {
        guard let byte = next else { return nil }
        index += 1
        switch byte {
        case UInt8(ascii: "d"): return .digits
        case UInt8(ascii: "D"): return ByteSet.digits.inverted
        case UInt8(ascii: "w"): return .word
        case UInt8(ascii: "W"): return ByteSet.word.inverted
        case UInt8(ascii: "s"): return .space
        case UInt8(ascii: "S"): return ByteSet.space.inverted
        case UInt8(ascii: "N"): return .any
        case UInt8(ascii: "t"): return ByteSet("\t")
        case UInt8(ascii: "n"): return ByteSet("\n")
        case UInt8(ascii: "r"): return ByteSet("\r")
        case UInt8(ascii: "x"), UInt8(ascii: "u"):
            let digits = byte == UInt8(ascii: "x") ? 2 : 4
            let text = String(decoding: source[index...].prefix(digits), as: UTF8.self)
            guard text.utf8.count == digits, let value = UInt8(text, radix: 16), value < 0x80 else { return nil }
            index += digits
            return ByteSet(value...value)
        case _ where ByteSet.word.contains(byte): return nil
        default: return ByteSet(byte...byte)
        }
    }

    private mutating func set() -> ByteSet? {
        let isInverted = skip("^")
        var members = ByteSet()
        var isFirst = true
        while let byte = next, byte != UInt8(ascii: "]") || isFirst {
            isFirst = false
            if skip("[:") {
                guard let named = named() else { return nil }
                members = members.union(named)
                continue
            }
            // A class within a class, and differences of classes, are not understood.
            if byte == UInt8(ascii: "[") || source[index...].starts(with: "&&".utf8)
                || source[index...].starts(with: "--".utf8) || source[index...].starts(with: "~~".utf8)
            {
                return nil
            }
            index += 1
            guard byte != UInt8(ascii: "\\") else {
                guard let escaped = escaped() else { return nil }
                members = members.union(escaped)
                continue
            }
            if next == UInt8(ascii: "-"), index + 1 < source.count, source[index + 1] != UInt8(ascii: "]") {
                let high = source[index + 1]
                guard high >= byte, high != UInt8(ascii: "\\"), high != UInt8(ascii: "[") else { return nil }
                index += 2
                members = members.union(ByteSet(byte...high))
            } else {
                members.insert(byte)
            }
        }
        guard skip("]") else { return nil }
        let both = ignoresCase ? members.withBothCases : members
        return isInverted ? both.inverted : both
    }

    /// Reads the name of a POSIX class.
    private mutating func named() -> ByteSet? {
        let classes: [(String, ByteSet)] = [
            ("alpha:]", ByteSet.lowerCase.union(.upperCase)), ("digit:]", .digits), ("lower:]", .lowerCase),
            ("alnum:]", ByteSet.lowerCase.union(.upperCase).union(.digits)), ("upper:]", .upperCase),
            ("word:]", .word), ("xdigit:]", ByteSet("0123456789abcdefABCDEF")),
        ]
        for (name, set) in classes where skip(name) { return set }
        return nil
    }

    // MARK: - Quantifiers

    private mutating func quantified(_ atom: Expression) -> Expression? {
        let place = index
        let bounds: (low: Int, high: Int?)
        if skip("*") {
            bounds = (0, nil)
        } else if skip("+") {
            bounds = (1, nil)
        } else if skip("?") {
            bounds = (0, 1)
        } else if next == UInt8(ascii: "{") {
            guard let counted = counted() else { return nil }
            bounds = counted
        } else {
            return atom
        }
        if skip("+") { isApproximate = true } else { _ = skip("?") }
        guard bounds.low <= Self.mostRepeats, (bounds.high ?? 0) <= Self.mostRepeats else { return nil }
        return atom == .empty ? .empty : .repeated(atom, bounds.low, bounds.high, place)
    }

    private mutating func counted() -> (low: Int, high: Int?)? {
        guard let close = source[index...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let text = String(decoding: source[(index + 1)..<close], as: UTF8.self)
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= 2, let low = parts[0].isEmpty ? 0 : Int(parts[0]) else { return nil }
        var high: Int? = low
        if parts.count == 2 {
            high = Int(parts[1])
            if high == nil, !parts[1].isEmpty { return nil }
        }
        if let high, high < low { return nil }
        index = close + 1
        return (low, high)
    }
}
