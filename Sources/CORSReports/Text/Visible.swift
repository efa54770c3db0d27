import CORSVocabulary

/// Text in which everything can be seen, and which cannot drive a terminal.
package enum Visible {
    /// Returns prose with control characters, and those that turn or hide text, written as escapes.
    package static func text(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        return text.unicodeScalars.map { isHidden($0) ? escape($0.value) : String($0) }.joined()
    }

    /// Returns what each byte of a header's value looks like: printable ASCII as it is, all else as `\xNN`.
    ///
    /// Spaces are seen as such inside a value; at its ends they are escaped.
    static func pieces(_ bytes: [UInt8]) -> [String] {
        let first = bytes.firstIndex { $0 != 0x20 } ?? bytes.count
        let last = bytes.lastIndex { $0 != 0x20 } ?? -1
        return bytes.enumerated().map { index, byte in
            switch byte {
            case UInt8(ascii: "\\"): "\\\\"
            case 0x20 where index < first || index > last: "\\x20"
            case 0x20..<0x7F: Latin1.text([byte])
            default: "\\x" + hex(UInt32(byte))
            }
        }
    }

    /// Returns text that holds header values, one character a byte, with all beyond ASCII written as `\xNN`.
    static func bytes(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value >= 0x7F }) else { return text }
        return text.unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar.value >= 0x7F ? escape(scalar.value) : String(scalar)
        }.joined()
    }

    /// Writes a number in base 16 with two digits at least.
    static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return digits.utf8.count < 2 ? "0" + digits : digits
    }

    private static func escape(_ value: UInt32) -> String {
        value <= 0xFF ? "\\x" + hex(value) : "\\u{" + hex(value) + "}"
    }

    /// Says whether a character cannot be seen, or changes how others are seen.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }
}
