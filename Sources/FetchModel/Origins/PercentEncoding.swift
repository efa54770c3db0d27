/// Percent-encoding of what stands in an address as it may not.
///
/// https://url.spec.whatwg.org/#percent-encoded-bytes
enum PercentEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Encodes a path, by the path percent-encode set.
    static func path(_ bytes: ArraySlice<UInt8>) -> [UInt8] { encode(bytes, "\"#<>?^`{}") }

    /// Encodes a query, by the special-query percent-encode set.
    static func query(_ bytes: ArraySlice<UInt8>) -> [UInt8] { encode(bytes, "\"#<>'") }

    private static func encode(_ bytes: ArraySlice<UInt8>, _ set: StaticString) -> [UInt8] {
        set.withUTF8Buffer { set in
            func isEncoded(_ byte: UInt8) -> Bool { byte <= 0x20 || byte > 0x7E || set.contains(byte) }
            guard bytes.contains(where: isEncoded) else { return Array(bytes) }
            return bytes.flatMap { byte -> [UInt8] in
                isEncoded(byte) ? [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]] : [byte]
            }
        }
    }
}
