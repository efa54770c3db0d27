import CORSVocabulary

/// A single byte range, without white space.
///
/// https://fetch.spec.whatwg.org/#simple-range-header-value
enum SimpleRange {
    /// Says whether a value is one range with a start, its end not before it.
    static func hasStart(_ value: ArraySlice<UInt8>, _ deviations: Deviations) -> Bool {
        guard value.starts(with: "bytes=".utf8) else { return false }
        let rest = value.dropFirst(6)
        let start = rest.prefix(while: isDigit)
        let afterStart = rest[start.endIndex...]
        guard !start.isEmpty, afterStart.first == UInt8(ascii: "-") else { return false }
        let end = afterStart.dropFirst()
        guard end.allSatisfy(isDigit), fits(start, deviations), fits(end, deviations) else { return false }
        return end.isEmpty || isAtLeast(end, start)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Says whether an engine holds a number; the standard holds any.
    private static func fits(_ digits: ArraySlice<UInt8>, _ deviations: Deviations) -> Bool {
        // Nineteen digits are more than 63 bits may take.
        if digits.count < 19 { return true }
        guard let number = UInt64(Latin1.text(digits)) else { return !deviations.contains(.rangeOverflow) }
        return number < UInt64(Int64.max) || !deviations.contains(.rangeInt64)
    }

    /// Compares decimal numbers of any length.
    private static func isAtLeast(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        let left = left.drop { $0 == 0x30 }
        let right = right.drop { $0 == 0x30 }
        if left.count != right.count { return left.count > right.count }
        return !left.lexicographicallyPrecedes(right)
    }
}
