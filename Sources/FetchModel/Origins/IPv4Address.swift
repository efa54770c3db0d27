import CORSVocabulary

/// IPv4 addresses in hosts.
///
/// https://url.spec.whatwg.org/#ends-in-a-number-checker
enum IPv4Address {
    /// Says whether a host that ends in a number is four decimal numbers as the serialiser writes them; other hosts pass.
    static func isHostOrAddress(_ host: ArraySlice<UInt8>) -> Bool {
        let labels = labels(host)
        guard let last = labels.last, !last.isEmpty else { return !host.isEmpty && host.first != UInt8(ascii: ".") }
        guard endsInNumber(host) else { return true }
        return host.last != UInt8(ascii: ".") && labels.count == 4
            && labels.allSatisfy { label in
                !label.isEmpty && label.count <= 3 && label.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
                    && (label.count == 1 || label.first != UInt8(ascii: "0"))
                    && label.reduce(0) { $0 * 10 + Int($1 - 0x30) } < 256
            }
    }

    private static func isHexadecimal(_ label: ArraySlice<UInt8>) -> Bool {
        label.starts(with: "0x".utf8)
            && label.dropFirst(2).allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
    }

    /// Says whether a host ends in a number, so that it is an address or no host at all.
    ///
    /// https://url.spec.whatwg.org/#ends-in-a-number-checker
    static func endsInNumber(_ host: ArraySlice<UInt8>) -> Bool {
        // A name most often ends in a letter that no number has.
        guard let end = host.last, end <= 0x66 || end == 0x78, let last = labels(host).last, !last.isEmpty else {
            return false
        }
        return last.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } || isHexadecimal(last)
    }

    /// Parses an address of up to four numbers and writes it as four decimal ones.
    ///
    /// https://url.spec.whatwg.org/#concept-ipv4-parser
    static func parse(_ host: ArraySlice<UInt8>) -> [UInt8]? {
        let labels = labels(host)
        guard labels.count <= 4 else { return nil }
        var address: UInt64 = 0
        for (index, label) in labels.enumerated() {
            guard let number = number(label) else { return nil }
            let isLast = index == labels.count - 1
            guard number < (isLast ? UInt64(1) << UInt64(8 * (5 - labels.count)) : 256) else { return nil }
            address += isLast ? number : number << UInt64(8 * (3 - index))
        }
        let parts = [24, 16, 8, 0].map { String(address >> UInt64($0) & 255) }
        return Array(parts.joined(separator: ".").utf8)
    }

    /// The labels of a host, without the empty one after a dot at its end.
    private static func labels(_ host: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        return labels
    }

    /// Reads a decimal, octal or hexadecimal number.
    private static func number(_ label: ArraySlice<UInt8>) -> UInt64? {
        guard !label.isEmpty else { return nil }
        if isHexadecimal(label) { return label.count == 2 ? 0 : UInt64(Latin1.text(label.dropFirst(2)), radix: 16) }
        guard label.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        let isOctal = label.count > 1 && label.first == UInt8(ascii: "0")
        return UInt64(Latin1.text(label), radix: isOctal ? 8 : 10)
    }
}
