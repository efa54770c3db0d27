/// String literals of languages with C's escapes.
enum SourceText {
    /// A language's way of writing a character that its source cannot hold.
    enum Language: Sendable {
        case python
        case javaScript
        case go
        case java
        case swift
        /// YAML and JSON, whose double quotes agree.
        case yaml
    }

    /// Returns a literal in double quotes.
    static func quoted(_ text: String, _ language: Language) -> String {
        let inner = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\r": "\\r"
            case "\t": "\\t"
            case " "..."~": String(scalar)
            default: escape(scalar, language)
            }
        }
        return "\"\(inner.joined())\""
    }

    /// Returns literals, with commas between.
    static func list(_ texts: [String], _ language: Language) -> String {
        texts.map { quoted($0, language) }.joined(separator: ", ")
    }

    private static func escape(_ scalar: Unicode.Scalar, _ language: Language) -> String {
        switch language {
        case .swift: return "\\u{\(String(scalar.value, radix: 16))}"
        case .python where scalar.value > 0xFFFF, .go where scalar.value > 0xFFFF:
            return "\\U" + hexadecimal(scalar.value, 8)
        // Java reads \u before anything else, so that a line break written so would end the line.
        case .java where scalar.value < 0x80: return "\\" + octal(scalar.value)
        default: return String(scalar).utf16.map { "\\u" + hexadecimal(UInt32($0), 4) }.joined()
        }
    }

    private static func hexadecimal(_ value: UInt32, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func octal(_ value: UInt32) -> String {
        let digits = String(value, radix: 8)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}
