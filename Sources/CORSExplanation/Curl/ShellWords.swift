/// Splits a command into words as a POSIX shell does, as far as copied commands need it.
enum ShellWords {
    /// Says whether a command goes on on the next line.
    static func isOpen(_ text: [UInt8]) -> Bool {
        var scanner = Scanner(text)
        scanner.run()
        return scanner.isOpen
    }

    /// Splits a command.
    static func split(_ text: [UInt8]) -> [String] {
        var scanner = Scanner(text)
        scanner.run()
        return scanner.words
    }

    /// Goes through a command byte by byte.
    private struct Scanner {
        private let text: [UInt8]
        private var index = 0
        private var word: [UInt8]?
        private(set) var words: [String] = []
        private(set) var isOpen = false

        init(_ text: [UInt8]) { self.text = text }

        mutating func run() {
            while index < text.count {
                let byte = text[index]
                index += 1
                switch byte {
                case UInt8(ascii: "'"): quote(until: byte, escapes: false)
                case UInt8(ascii: "\""): quote(until: byte, escapes: true)
                case UInt8(ascii: "$") where index < text.count && text[index] == UInt8(ascii: "'"):
                    index += 1
                    quote(until: UInt8(ascii: "'"), escapes: true)
                case UInt8(ascii: "\\"): escape()
                case 0x20, 0x09, 0x0A, 0x0D: end()
                // What follows is another command, or where the output goes.
                case UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ">"), UInt8(ascii: "<"):
                    end()
                    return
                case UInt8(ascii: "&") where index == text.count || text[index] == UInt8(ascii: "&") || word == nil:
                    end()
                    return
                default: word = (word ?? []) + [byte]
                }
            }
            end()
        }

        private mutating func end() {
            if let word { words.append(String(decoding: word, as: UTF8.self)) }
            word = nil
        }

        private mutating func escape() {
            guard index < text.count else {
                isOpen = true
                return
            }
            if text[index] != 0x0A { word = (word ?? []) + [text[index]] }
            index += 1
        }

        private mutating func quote(until end: UInt8, escapes: Bool) {
            word = word ?? []
            while index < text.count, text[index] != end {
                if escapes, text[index] == UInt8(ascii: "\\"), index + 1 < text.count { index += 1 }
                word?.append(text[index])
                index += 1
            }
            if index == text.count { isOpen = true }
            index += 1
        }
    }
}
