/// A construct of patterns that not every engine knows, or that engines read differently.
enum PatternFeature: String, Sendable, Hashable, CaseIterable {
    case lookahead = "lookahead"
    case lookbehind = "lookbehind"
    case backreference = "a backreference"
    case possessive = "a possessive quantifier or an atomic group"
    case namedGroup = "a named group"
    case flags = "flags such as (?i)"
    case scopedFlags = "flags for a group such as (?i:…)"
    case otherGroup = "a group that begins with (? and is of no common kind"
    case textAnchor = "an anchor such as \\A or \\z"
    case otherEscape = "an escape that is of no common kind"
    case classOperation = "a character class within a class, or && or -- or ~~"
    case openRange = "a quantifier without a lower bound"
    case control = "a control character or one beyond ASCII"
}

// MARK: - Finding

extension PatternFeature {
    /// Returns the constructs that a pattern uses.
    static func used(in source: String) -> Set<PatternFeature> {
        var scanner = Scanner(characters: Array(source))
        scanner.scan()
        return scanner.found
    }

    private struct Scanner {
        let characters: [Character]
        var index = 0
        var found: Set<PatternFeature> = []

        private func starts(_ text: String) -> Bool { characters[index...].starts(with: text) }

        mutating func scan() {
            while index < characters.count {
                let character = characters[index]
                if !character.isASCII || character.asciiValue.map({ $0 < 0x20 || $0 == 0x7F }) ?? true {
                    found.insert(.control)
                }
                switch character {
                case "\\": escape()
                case "[": set()
                case "(": group()
                case "*", "+", "?", "}": possessive()
                case "{" where starts("{,"):
                    found.insert(.openRange)
                    index += 1
                default: index += 1
                }
            }
        }

        /// A plus behind a quantifier; a plus behind a brace that closes none is refused with it.
        private mutating func possessive() {
            index += 1
            if index < characters.count, characters[index] == "+" {
                found.insert(.possessive)
                index += 1
            } else if index < characters.count, characters[index] == "?" {
                index += 1
            }
        }

        private mutating func escape() {
            guard index + 1 < characters.count else {
                index += 1
                return
            }
            let next = characters[index + 1]
            switch next {
            case "d", "D", "w", "W", "s", "S", "b", "B", "t", "n", "r": break
            case "x"
            where index + 3 < characters.count && characters[(index + 2)...(index + 3)].allSatisfy(\.isHexDigit): break
            case "1"..."9", "k", "g": found.insert(.backreference)
            case "A", "z", "Z", "G": found.insert(.textAnchor)
            case _ where next.isASCII && !next.isLetter && !next.isNumber: break
            default: found.insert(.otherEscape)
            }
            index += 2
        }

        private mutating func set() {
            index += 1
            if index < characters.count, characters[index] == "^" { index += 1 }
            var isFirst = true
            while index < characters.count, isFirst || characters[index] != "]" {
                // An unescaped bracket that stands first is one to some engines, and the end to others.
                if isFirst, characters[index] == "]" { found.insert(.classOperation) }
                isFirst = false
                if characters[index] == "\\" {
                    escape()
                    continue
                }
                if characters[index] == "[" || starts("&&") || starts("--") || starts("~~") {
                    found.insert(.classOperation)
                }
                if !characters[index].isASCII { found.insert(.control) }
                index += 1
            }
            index += 1
        }

        private mutating func group() {
            index += 1
            guard starts("?") else {
                if starts("*") { found.insert(.otherGroup) }
                return
            }
            index += 1
            if starts(":") {
            } else if starts("=") || starts("!") {
                found.insert(.lookahead)
            } else if starts("<=") || starts("<!") {
                found.insert(.lookbehind)
                index += 1
            } else if starts(">") {
                found.insert(.possessive)
            } else if starts("<") || starts("P<") || starts("'") {
                found.insert(.namedGroup)
            } else if starts("i)") {
                found.insert(.flags)
            } else if starts("i:") {
                found.insert(.scopedFlags)
                index += 1
            } else {
                found.insert(.otherGroup)
                return
            }
            index += 1
        }
    }
}
