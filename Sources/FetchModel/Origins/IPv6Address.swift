import CORSVocabulary

/// IPv6 addresses in hosts.
///
/// https://url.spec.whatwg.org/#concept-ipv6-serializer
enum IPv6Address {
    /// Says whether the text between the brackets is an address in the compressed form that the serialiser writes.
    static func isSerialization(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let pieces = pieces(bytes) else { return false }
        return bytes.elementsEqual(serialize(pieces).utf8)
    }

    /// Parses an address, which may end in an IPv4 address, and writes it in the compressed form.
    ///
    /// https://url.spec.whatwg.org/#concept-ipv6-parser
    static func parse(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")), bytes.contains(UInt8(ascii: ".")) else {
            return pieces(bytes).map(serialize)
        }
        let numbers = bytes[(colon + 1)...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let octets = numbers.compactMap { UInt8(Latin1.text($0)) }
        guard numbers.count == 4, octets.count == 4, numbers.allSatisfy({ $0.first != UInt8(ascii: "+") }) else {
            return nil
        }
        let tail = stride(from: 0, to: 4, by: 2).map { index in
            String(UInt16(octets[index]) << 8 | UInt16(octets[index + 1]), radix: 16)
        }
        return pieces(bytes[...colon] + Array(tail.joined(separator: ":").utf8)).map(serialize)
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
