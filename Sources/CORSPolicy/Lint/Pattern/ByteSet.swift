/// A set of ASCII bytes.
struct ByteSet: Sendable, Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// Makes a set of a text's bytes; what is beyond ASCII is left out.
    init(_ text: String = "") {
        for byte in text.utf8 { insert(byte) }
    }

    /// Makes a set of one range.
    init(_ range: ClosedRange<UInt8>) {
        for byte in range { insert(byte) }
    }

    /// Adds a byte, if it is ASCII.
    mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
    }

    /// Says whether the set holds a byte.
    func contains(_ byte: UInt8) -> Bool {
        byte < 64 ? low & (1 << UInt64(byte)) != 0 : byte < 128 && high & (1 << UInt64(byte - 64)) != 0
    }

    /// Whether the set is empty.
    var isEmpty: Bool { low == 0 && high == 0 }
    /// How many bytes the set holds.
    var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }
    /// The bytes in order.
    var bytes: [UInt8] { (0..<128).filter(contains) }

    /// The bytes of either set.
    func union(_ other: ByteSet) -> ByteSet {
        var whole = self
        whole.low |= other.low
        whole.high |= other.high
        return whole
    }

    /// The bytes of both sets.
    func intersection(_ other: ByteSet) -> ByteSet {
        var common = self
        common.low &= other.low
        common.high &= other.high
        return common
    }

    /// Every other ASCII byte.
    var inverted: ByteSet {
        var inverse = self
        inverse.low = ~low
        inverse.high = ~high
        return inverse
    }
}

// MARK: - Classes

extension ByteSet {
    /// Every ASCII byte but line breaks: what a dot matches.
    static let any = ByteSet("\n\r\u{0B}\u{0C}").inverted
    static let digits = ByteSet("0123456789")
    static let lowerCase = ByteSet(0x61...0x7A)
    static let upperCase = ByteSet(0x41...0x5A)
    static let word = digits.union(lowerCase).union(upperCase).union(ByteSet("_"))
    static let space = ByteSet(" \t\n\r\u{0B}\u{0C}")
    /// What hosts of names are made of.
    static let host = lowerCase.union(digits).union(ByteSet("-_."))

    /// The set with every letter in both cases.
    var withBothCases: ByteSet {
        var whole = self
        for byte in bytes {
            if ByteSet.lowerCase.contains(byte) { whole.insert(byte - 0x20) }
            if ByteSet.upperCase.contains(byte) { whole.insert(byte + 0x20) }
        }
        return whole
    }
}
