/// The white space of HTTP field values: SP and TAB, and nothing else.
///
/// https://www.rfc-editor.org/rfc/rfc9110.html#name-whitespace
enum HTTPWhitespace {
    /// Says whether a byte is SP or TAB.
    @inline(__always)
    static func contains(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Returns bytes without the SP and TAB around them.
    static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var start = bytes.startIndex
        var end = bytes.endIndex
        while start < end, contains(bytes[start]) { start += 1 }
        while end > start, contains(bytes[end - 1]) { end -= 1 }
        return bytes[start..<end]
    }
}
