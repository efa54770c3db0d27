/// A recursive-descent parser over UTF-8 bytes, which stops at the first error.
struct JSONParser {
    /// A syntax error: what is wrong, and where.
    struct Failure: Error {
        var message: String
        var position: SourcePosition
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var line = 1
    /// The column of `index`, in scalars, from 1.
    private var column = 1
    private var depth = 0
    private let leniency: JSONLeniency
    /// What the text is, for messages.
    private let what: String

    /// Makes a parser of text that outlives it.
    init(_ bytes: UnsafeBufferPointer<UInt8>, what: String, leniency: JSONLeniency) {
        self.leniency = leniency
        self.bytes = bytes
        self.what = what
    }

    /// The place of the next byte.
    private var here: SourcePosition { SourcePosition(line: line, column: column) }

    private func fail(_ message: String, at position: SourcePosition? = nil) -> Failure {
        Failure(message: message, position: position ?? here)
    }

    /// Reads the one value of a document.
    mutating func document() throws(Failure) -> JSONNode {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw fail("the \(what) begins with a byte-order mark; JSON text is UTF-8 without one")
        }
        skipSpace()
        if index == bytes.count { throw fail("the \(what) is empty; a JSON value was expected") }
        let node = try value()
        skipSpace()
        if index < bytes.count { throw fail("\(try found()) after the end of the document") }
        return node
    }

    private mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x0A:
                line += 1
                column = 1
                index += 1
            case 0x20, 0x09, 0x0D:
                column += 1
                index += 1
            default: return
            }
        }
    }

    private mutating func advance(_ count: Int = 1) {
        index += count
        column += count
    }

    /// Describes the next character, for messages; a comment is an error of its own.
    private func found() throws(Failure) -> String {
        guard index < bytes.count else { return "the end of the \(what)" }
        let byte = bytes[index]
        if byte == UInt8(ascii: "/") { throw comment() }
        if byte < 0x20 || byte == 0x7F { return "control character 0x\(hex(UInt32(byte), width: 2))" }
        guard let length = UTF8Decoder.length(bytes, at: index) else {
            throw fail("byte 0x\(hex(UInt32(byte), width: 2)) is not valid UTF-8")
        }
        return "'" + String(decoding: bytes[index..<index + length], as: UTF8.self) + "'"
    }

    private func comment() -> Failure { fail("JSON has no comments; use a \"comment\" member") }

    /// The first characters of a text, for messages: what is quoted is never long.
    private func shortened(_ text: String) -> String {
        text.utf8.count <= 60 ? text : String(text.unicodeScalars.prefix(40)) + "…"
    }

    private func hex(_ value: UInt32, width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

// MARK: - Values

extension JSONParser {
    private mutating func value() throws(Failure) -> JSONNode {
        let position = here
        let value = try bareValue()
        return JSONNode(value, at: position, to: SourcePosition(line: line, column: column - 1))
    }

    private mutating func bareValue() throws(Failure) -> JSONValue {
        guard index < bytes.count else { throw fail("the \(what) ends where a value was expected") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "'"): throw fail("a string stands in double quotes, not in single ones")
        case UInt8(ascii: "/"): throw comment()
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
            return try word("null", .null)
        default: throw fail("a value was expected, but here is \(try found())")
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        let count = word.utf8CodeUnitCount
        let isThere = word.withUTF8Buffer { $0.elementsEqual(bytes[index...].prefix(count)) }
        let end = index + count
        let isWhole = isThere && (end == bytes.count || !Self.isWordByte(bytes[end]))
        guard isWhole else {
            let text = String(decoding: bytes[index...].prefix { Self.isWordByte($0) }, as: UTF8.self)
            throw fail(
                "unknown word \(shortened(text)); JSON has true, false and null, and strings stand in double quotes")
        }
        advance(count)
        return value
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F
    }

    private mutating func number() throws(Failure) -> JSONValue {
        let start = index
        let position = here
        if bytes[index] == UInt8(ascii: "-") { advance() }
        let first = index
        guard digits() > 0 else { throw fail("a number was expected after \"-\"", at: position) }
        if bytes[first] == UInt8(ascii: "0"), index - first > 1 {
            throw fail("a number has no leading zeros", at: position)
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            advance()
            guard digits() > 0 else { throw fail("a digit was expected after the decimal point") }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            advance()
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { advance() }
            guard digits() > 0 else { throw fail("a digit was expected in the exponent") }
        }
        return .number(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func digits() -> Int {
        let start = index
        while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { advance() }
        return index - start
    }
}

// MARK: - Arrays and objects

extension JSONParser {
    private mutating func descend() throws(Failure) {
        depth += 1
        if depth > leniency.maximumDepth {
            throw fail("values nest deeper than \(leniency.maximumDepth) levels")
        }
        advance()
        skipSpace()
    }

    private mutating func array() throws(Failure) -> JSONValue {
        let start = here
        try descend()
        defer { depth -= 1 }
        var nodes: [JSONNode] = []
        if isNext("]") {
            advance()
            return .array([])
        }
        while true {
            nodes.append(try value())
            if try endsAfterComma("]", of: "list", start: start) { return .array(nodes) }
        }
    }

    private mutating func object() throws(Failure) -> JSONValue {
        let start = here
        try descend()
        defer { depth -= 1 }
        var members: [JSONMember] = []
        if isNext("}") {
            advance()
            return .object([])
        }
        while true {
            let position = here
            guard isNext("\"") else {
                throw fail("a member's name in double quotes was expected, but here is \(try found())")
            }
            let name = try string()
            skipSpace()
            guard isNext(":") else {
                throw fail("':' was expected after \"\(shortened(name))\", but here is \(try found())")
            }
            advance()
            skipSpace()
            members.append(JSONMember(name: name, position: position, node: try value()))
            if try endsAfterComma("}", of: "object", start: start) { return .object(members) }
        }
    }

    private func isNext(_ character: Unicode.Scalar) -> Bool {
        index < bytes.count && bytes[index] == UInt8(ascii: character)
    }

    /// Reads what follows an element: the end, or a comma and the next element's beginning.
    private mutating func endsAfterComma(
        _ end: Unicode.Scalar, of what: String, start: SourcePosition
    ) throws(Failure) -> Bool {
        skipSpace()
        if isNext(end) {
            advance()
            return true
        }
        guard isNext(",") else {
            let opened = "the \(what) that begins at \(start.line):\(start.column)"
            throw fail("',' or '\(end)' was expected in \(opened), but here is \(try found())")
        }
        let comma = here
        advance()
        skipSpace()
        if isNext(end) { throw fail("a comma stands before '\(end)'; JSON has no trailing commas", at: comma) }
        return false
    }
}

// MARK: - Strings

extension JSONParser {
    private mutating func string() throws(Failure) -> String {
        let start = here
        advance()
        var text = ""
        var runStart = index
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                text += String(decoding: bytes[runStart..<index], as: UTF8.self)
                advance()
                return text
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[runStart..<index], as: UTF8.self)
                text.unicodeScalars.append(try escape())
                runStart = index
            case 0..<0x20:
                if byte == 0x0A { throw fail("the string does not end on its line", at: start) }
                throw fail(
                    "control character 0x\(hex(UInt32(byte), width: 2)) in a string; write it as \\u00\(hex(UInt32(byte), width: 2))"
                )
            case 0x20..<0x80:
                advance()
            default:
                guard let length = UTF8Decoder.length(bytes, at: index) else {
                    throw fail("byte 0x\(hex(UInt32(byte), width: 2)) is not valid UTF-8")
                }
                index += length
                column += 1
            }
        }
        throw fail("the \(what) ends within a string", at: start)
    }

    private mutating func escape() throws(Failure) -> Unicode.Scalar {
        let position = here
        guard index + 1 < bytes.count else { throw fail("the \(what) ends within a string") }
        let byte = bytes[index + 1]
        advance(2)
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(at: position)
        default:
            throw fail("unknown escape; accepted: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", at: position)
        }
    }

    private mutating func unicodeEscape(at position: SourcePosition) throws(Failure) -> Unicode.Scalar {
        let first = try hexDigits(at: position)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else {
            if leniency.replacesLoneSurrogates { return "\u{FFFD}" }
            throw fail("\\u\(hex(first, width: 4)) is one half of a surrogate pair without the other", at: position)
        }
        advance(2)
        let second = try hexDigits(at: position)
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else {
            if leniency.replacesLoneSurrogates { return Unicode.Scalar(second) ?? "\u{FFFD}" }
            throw fail("\\u\(hex(first, width: 4)) is one half of a surrogate pair without the other", at: position)
        }
        return scalar
    }

    private mutating func hexDigits(at position: SourcePosition) throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
                throw fail("\\u is followed by four hexadecimal digits", at: position)
            }
            value = value << 4 | UInt32(digit)
            advance()
        }
        return value
    }
}
