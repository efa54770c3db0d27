import CORSVocabulary

/// Words of a shell command.
enum Shell {
    /// Quotes a word for the shell, if it needs it.
    static func quoted(_ word: String) -> String { quoted(Array(word.utf8)) }

    /// Quotes bytes for the shell, if they need it; bytes that cannot be seen are written as `\xNN` within `$'…'`.
    static func quoted(_ word: [UInt8]) -> String {
        if !word.isEmpty, word.allSatisfy(isPlain) { return Latin1.text(word) }
        guard word.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
            return "$'" + word.map(escaped).joined() + "'"
        }
        return "'"
            + Latin1.text(word).split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            + "'"
    }

    /// Says whether a byte means itself to every shell.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch ASCII.lower(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-_./:=@%+,".utf8.contains(byte)
        }
    }

    private static func escaped(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\\"): "\\" + Latin1.text([byte])
        case 0x20..<0x7F: Latin1.text([byte])
        default: "\\x" + Visible.hex(UInt32(byte))
        }
    }
}
