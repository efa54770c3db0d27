/// IP addresses in hosts, as the URL Standard reads and writes them.
///
/// https://url.spec.whatwg.org/#host-parsing
enum HostAddress {
    /// Returns how browsers write a host that is an IP address; empty if it should be one and is not, nil for a name.
    static func canonical(_ host: String) -> String? {
        if host.hasPrefix("[") { return host.hasSuffix("]") ? six(String(host.dropFirst().dropLast())) : "" }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        guard let last = parts.last, number(last) != nil || !last.isEmpty && last.allSatisfy(isDigit) else {
            return nil
        }
        return four(parts.map { $0 }) ?? ""
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    /// Reads a part of an IPv4 address: decimal, octal after a zero, hexadecimal after 0x.
    private static func number(_ text: Substring) -> UInt64? {
        if text.hasPrefix("0x") { return text.count == 2 ? 0 : UInt64(text.dropFirst(2), radix: 16) }
        guard !text.isEmpty, text.allSatisfy(isDigit) else { return nil }
        return text.count > 1 && text.hasPrefix("0") ? UInt64(text, radix: 8) : UInt64(text)
    }

    private static func four(_ parts: [Substring]) -> String? {
        let numbers = parts.compactMap(number)
        guard numbers.count == parts.count, (1...4).contains(numbers.count), let last = numbers.last,
            numbers.dropLast().allSatisfy({ $0 < 256 }), last < 1 << UInt64(8 * (5 - numbers.count))
        else { return nil }
        var value = last
        for (index, number) in numbers.dropLast().enumerated() { value += number << UInt64(8 * (3 - index)) }
        return [24, 16, 8, 0].map { String(value >> UInt64($0) & 255) }.joined(separator: ".")
    }

    private static func six(_ text: String) -> String {
        var halves = text.components(by: "::")
        guard halves.count <= 2, var head = pieces(halves[0]) else { return "" }
        halves.removeFirst()
        if let rest = halves.first {
            guard let tail = pieces(rest), head.count + tail.count < 8 else { return "" }
            head += Array(repeating: 0, count: 8 - head.count - tail.count) + tail
        }
        return head.count == 8 ? "[\(write(head))]" : ""
    }

    private static func pieces(_ text: String) -> [UInt16]? {
        if text.isEmpty { return [] }
        var pieces: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, part.contains(".") {
                let bytes = part.split(separator: ".").compactMap { UInt8($0) }
                guard bytes.count == 4 else { return nil }
                pieces += [UInt16(bytes[0]) << 8 | UInt16(bytes[1]), UInt16(bytes[2]) << 8 | UInt16(bytes[3])]
            } else {
                guard part.count <= 4, let piece = UInt16(part, radix: 16) else { return nil }
                pieces.append(piece)
            }
        }
        return pieces
    }

    /// Writes pieces with the first of the longest runs of zeros left out.
    private static func write(_ pieces: [UInt16]) -> String {
        var best = 0..<0
        var start = 0
        for index in 0...pieces.count where index == pieces.count || pieces[index] != 0 {
            if index - start > max(best.count, 1) { best = start..<index }
            start = index + 1
        }
        func text(_ range: some Sequence<Int>) -> String {
            range.map { String(pieces[$0], radix: 16) }.joined(separator: ":")
        }
        if best.isEmpty { return text(pieces.indices) }
        return "\(text(0..<best.lowerBound))::\(text(best.upperBound..<pieces.count))"
    }
}

extension String {
    /// The parts between a separator.
    fileprivate func components(by separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
