/// A set of deviations; the empty one is the standard.
package struct Deviations: Sendable, Hashable {
    private var bits: UInt32 = 0

    /// Makes a set.
    package init(_ deviations: [Deviation]) {
        for deviation in deviations { bits |= 1 << deviation.rawValue }
    }

    /// The standard by its letter.
    package static let none = Self([])

    /// Says whether a deviation is in the set.
    package func contains(_ deviation: Deviation) -> Bool { bits & 1 << deviation.rawValue != 0 }

    /// Returns the set without a deviation.
    package func removing(_ deviation: Deviation) -> Self {
        var copy = self
        copy.bits &= ~(1 << deviation.rawValue)
        return copy
    }
}

// MARK: - ExpressibleByArrayLiteral

extension Deviations: ExpressibleByArrayLiteral {
    /// Makes a set of a literal.
    package init(arrayLiteral elements: Deviation...) { self.init(elements) }
}
