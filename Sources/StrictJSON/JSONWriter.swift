/// Writes JSON text, UTF-8, members in the order given.
package struct JSONWriter {
    /// How long an array or an object may be to stand on one line of a document.
    private static let lineLength = 100
    private static let hexDigits = Array("0123456789abcdef".utf8)

    private var bytes: [UInt8] = []

    private init() {}

    /// Returns a value on one line, without a line break at its end.
    package static func line(_ value: JSONOutput) -> String {
        var writer = JSONWriter()
        _ = writer.writeFlat(value, end: .max)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Returns a value over several lines, indented by two spaces, short arrays and objects on one line, with a line
    /// break at its end.
    package static func document(_ value: JSONOutput) -> String {
        var writer = JSONWriter()
        writer.write(value, indent: 0, used: 0)
        writer.append("\n")
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

// MARK: - On one line

extension JSONWriter {
    /// Writes a value on one line, and stops when it is clear that it goes beyond an end.
    ///
    /// - Returns: Whether the whole value was written.
    private mutating func writeFlat(_ value: JSONOutput, end: Int) -> Bool {
        switch value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .integer(let number): append(String(number))
        case .decimal(let number): append(number.isFinite ? String(number) : "null")
        case .string(let string): write(string)
        case .array(let values): return writeFlat(.elements(count: values.count) { values[$0] }, end: end)
        case .elements(let count, let make):
            append("[")
            for index in 0..<count {
                if index > 0 { append(", ") }
                guard writeFlat(make(index), end: end) else { return false }
            }
            append("]")
        case .object(let members):
            append("{")
            for (index, member) in members.enumerated() {
                if index > 0 { append(", ") }
                write(member.0)
                append(": ")
                guard writeFlat(member.1, end: end) else { return false }
            }
            append("}")
        }
        return bytes.count <= end
    }

    private mutating func write(_ string: String) {
        append("\"")
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0..<0x20:
                append("\\u00")
                bytes.append(Self.hexDigits[Int(byte >> 4)])
                bytes.append(Self.hexDigits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        append("\"")
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

// MARK: - Over several lines

extension JSONWriter {
    private mutating func write(_ value: JSONOutput, indent: Int, used: Int) {
        if indent > 0 {
            let start = bytes.count
            let length = Self.lineLength - indent * 2 - used
            // A character has four bytes at most: what is longer than that has too many characters as well.
            if writeFlat(value, end: start + max(0, length) * 4),
                bytes[start...].count(where: { $0 & 0xC0 != 0x80 }) <= length
            {
                return
            }
            bytes.removeSubrange(start...)
        }
        switch value {
        case .array(let values):
            writeElements(values.count, indent: indent) { values[$0] }
        case .elements(let count, let make):
            writeElements(count, indent: indent, make)
        case .object(let members) where !members.isEmpty:
            append("{\n")
            for (index, member) in members.enumerated() {
                append(spaces(indent + 1))
                write(member.0)
                append(": ")
                write(member.1, indent: indent + 1, used: member.0.utf8.count + 5)
                append(index < members.count - 1 ? ",\n" : "\n")
            }
            append(spaces(indent) + "}")
        default: _ = writeFlat(value, end: .max)
        }
    }

    private mutating func writeElements(_ count: Int, indent: Int, _ make: (Int) -> JSONOutput) {
        if count == 0 { return append("[]") }
        append("[\n")
        for index in 0..<count {
            append(spaces(indent + 1))
            write(make(index), indent: indent + 1, used: 1)
            append(index < count - 1 ? ",\n" : "\n")
        }
        append(spaces(indent) + "]")
    }

    private func spaces(_ indent: Int) -> String { String(repeating: "  ", count: indent) }
}
