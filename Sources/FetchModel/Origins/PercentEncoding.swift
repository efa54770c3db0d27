import CORSVocabulary

/// Percent-encoding of what no request line may hold as it is.
///
/// https://url.spec.whatwg.org/#percent-encoded-bytes
enum PercentEncoding {
    /// Encodes a path.
    ///
    /// https://url.spec.whatwg.org/#path-percent-encode-set
    static func path(_ bytes: some Collection<UInt8>) -> [UInt8] { encode(bytes, "\"<>^`{}") }

    /// Encodes the query of a special URL.
    ///
    /// https://url.spec.whatwg.org/#special-query-percent-encode-set
    static func query(_ bytes: some Collection<UInt8>) -> [UInt8] { encode(bytes, "\"<>'") }

    private static func encode(_ bytes: some Collection<UInt8>, _ others: StaticString) -> [UInt8] {
        func isEncoded(_ byte: UInt8) -> Bool {
            byte <= 0x20 || byte >= 0x7F
                || others.withUTF8Buffer { $0.contains(byte) }
        }
        guard bytes.contains(where: isEncoded) else { return Array(bytes) }
        return bytes.flatMap { isEncoded($0) ? [UInt8(ascii: "%")] + hex($0) : [$0] }
    }

    private static func hex(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
