import CORSVocabulary

/// IPv4 addresses in hosts.
///
/// https://url.spec.whatwg.org/#ends-in-a-number-checker
enum IPv4Address {
    /// Says whether a host that ends in a number is four decimal numbers as the serialiser writes them; other hosts pass.
    static func isHostOrAddress(_ host: ArraySlice<UInt8>) -> Bool {
        var labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        guard let last = labels.last, !last.isEmpty else { return !host.isEmpty && host.first != UInt8(ascii: ".") }
        let isNumber = last.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } || isHexadecimal(last)
        guard isNumber else { return true }
        return host.last != UInt8(ascii: ".") && labels.count == 4
            && labels.allSatisfy { label in
                !label.isEmpty && label.count <= 3 && label.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
                    && (label.count == 1 || label.first != UInt8(ascii: "0")) && (Int(Latin1.text(label)) ?? 256) < 256
            }
    }

    private static func isHexadecimal(_ label: ArraySlice<UInt8>) -> Bool {
        label.starts(with: "0x".utf8)
            && label.dropFirst(2).allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
    }
}

/// IPv6 addresses in hosts.
///
/// https://url.spec.whatwg.org/#concept-ipv6-serializer
enum IPv6Address {
    /// Says whether the text between the brackets is an address in the compressed form that the serialiser writes.
    static func isSerialization(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let pieces = pieces(bytes) else { return false }
        return bytes.elementsEqual(serialize(pieces).utf8)
    }

    /// Reads the eight pieces of an address.
    private static func pieces(_ bytes: ArraySlice<UInt8>) -> [UInt16]? {
        let text = Latin1.text(bytes)
        let halves = split(text)
        guard halves.count <= 2 else { return nil }
        let read = halves.map { half in half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false)
        }
        var numbers: [[UInt16]] = []
        for half in read {
            var values: [UInt16] = []
            for piece in half {
                guard !piece.isEmpty, piece.utf8.count <= 4, let value = UInt16(piece, radix: 16), piece.first != "+"
                else { return nil }
                values.append(value)
            }
            numbers.append(values)
        }
        let count = numbers.reduce(0) { $0 + $1.count }
        if numbers.count == 1 { return count == 8 ? numbers[0] : nil }
        guard count < 8 else { return nil }
        return numbers[0] + [UInt16](repeating: 0, count: 8 - count) + numbers[1]
    }

    /// Splits a text at `::`.
    private static func split(_ text: String) -> [String] {
        var parts = [""]
        var rest = Substring(text)
        while let character = rest.first {
            if rest.hasPrefix("::") {
                parts.append("")
                rest = rest.dropFirst(2)
            } else {
                parts[parts.count - 1].append(character)
                rest = rest.dropFirst()
            }
        }
        return parts
    }

    /// Writes an address, its first longest run of at least two zero pieces compressed.
    private static func serialize(_ pieces: [UInt16]) -> String {
        var best: Range<Int> = 0..<0
        var index = 0
        while index < pieces.count {
            var end = index
            while end < pieces.count, pieces[end] == 0 { end += 1 }
            if end - index > max(best.count, 1) { best = index..<end }
            index = max(end, index + 1)
        }
        func joined(_ slice: some Collection<UInt16>) -> String {
            slice.map { String($0, radix: 16) }.joined(separator: ":")
        }
        return best.isEmpty
            ? joined(pieces) : joined(pieces[..<best.lowerBound]) + "::" + joined(pieces[best.upperBound...])
    }
}
