/// Writes JSON text, UTF-8, members in the order given.
package enum JSONWriter {
    /// How long an array or an object may be to stand on one line of a document.
    private static let lineLength = 100

    /// Returns a value on one line, without a line break at its end.
    package static func line(_ value: JSONOutput) -> String {
        var text = ""
        write(value, to: &text)
        return text
    }

    /// Returns a value over several lines, indented by two spaces, short arrays and objects on one line, with a line
    /// break at its end.
    package static func document(_ value: JSONOutput) -> String {
        var text = ""
        write(value, indent: 0, used: 0, to: &text)
        return text + "\n"
    }

    private static func write(_ value: JSONOutput, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .decimal(let number): text += number.isFinite ? String(number) : "null"
        case .string(let string): write(string, to: &text)
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += ", " }
                write(value, to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += ", " }
                write(member.0, to: &text)
                text += ": "
                write(member.1, to: &text)
            }
            text += "}"
        }
    }

    private static func write(_ value: JSONOutput, indent: Int, used: Int, to text: inout String) {
        let flat = line(value)
        if indent * 2 + used + flat.unicodeScalars.count <= lineLength, indent > 0 {
            text += flat
            return
        }
        let inner = String(repeating: "  ", count: indent + 1)
        let outer = String(repeating: "  ", count: indent)
        switch value {
        case .array(let values) where !values.isEmpty:
            text += "[\n"
            for (index, value) in values.enumerated() {
                text += inner
                write(value, indent: indent + 1, used: 1, to: &text)
                text += index < values.count - 1 ? ",\n" : "\n"
            }
            text += outer + "]"
        case .object(let members) where !members.isEmpty:
            text += "{\n"
            for (index, member) in members.enumerated() {
                text += inner
                write(member.0, to: &text)
                text += ": "
                write(member.1, indent: indent + 1, used: member.0.utf8.count + 5, to: &text)
                text += index < members.count - 1 ? ",\n" : "\n"
            }
            text += outer + "}"
        default: text += flat
        }
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
