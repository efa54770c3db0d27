/// Classes of ASCII bytes that HTTP's grammar is written in.
package enum ASCII {
    /// Says whether a byte is an upper-case letter.
    @inlinable
    package static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

    /// Returns the byte, in lower case if it is a letter.
    @inlinable
    package static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

    /// Says whether bytes are a token of RFC 9110.
    ///
    /// https://www.rfc-editor.org/rfc/rfc9110.html#name-tokens
    @inlinable
    package static func isToken(_ bytes: some Collection<UInt8>) -> Bool {
        guard !bytes.isEmpty else { return false }
        for byte in bytes where !isTokenByte(byte) { return false }
        return true
    }

    /// Says whether a token may hold a byte: letters, digits, and fifteen other characters, a bit each.
    @inlinable
    package static func isTokenByte(_ byte: UInt8) -> Bool {
        let bits: UInt64 = byte < 64 ? 0x03FF_6CFA_0000_0000 : byte < 128 ? 0x57FF_FFFF_C7FF_FFFE : 0
        return bits & (1 << UInt64(byte & 63)) != 0
    }
}
