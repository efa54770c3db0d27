import CORSVocabulary

/// A line of a transcript, without its line break.
struct TextLine {
    /// The number, from 1.
    var number: Int
    /// The bytes, without a carriage return at the end.
    var bytes: ArraySlice<UInt8>
    /// Whether a carriage return stood at the end, as in heads that are captured raw.
    var hasCarriageReturn: Bool
    /// Where the next line begins.
    var end: Int

    /// Whether there is nothing on it.
    var isEmpty: Bool { bytes.isEmpty }

    /// The line as text, one character a byte.
    var text: String { Latin1.text(bytes) }

    /// Says whether the line begins so.
    func begins(with prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }

    /// Returns the line without its first bytes.
    func dropFirst(_ count: Int) -> TextLine {
        var rest = self
        rest.bytes = bytes.dropFirst(count)
        return rest
    }

    /// Splits a text into its lines.
    static func split(_ bytes: [UInt8]) -> [TextLine] {
        var lines: [TextLine] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let hasReturn = end > start && bytes[end - 1] == 0x0D
            lines.append(
                TextLine(
                    number: lines.count + 1, bytes: bytes[start..<(hasReturn ? end - 1 : end)],
                    hasCarriageReturn: hasReturn, end: min(end + 1, bytes.count)))
            start = end + 1
        }
        return lines
    }
}
