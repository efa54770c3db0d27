/// Text as terminals and shells write it into files.
enum InputText {
    /// Returns the bytes as UTF-8 without a byte-order mark: PowerShell writes UTF-16, some editors the mark.
    static func plain(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        guard bytes.starts(with: [0xFF, 0xFE]) else { return bytes }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
