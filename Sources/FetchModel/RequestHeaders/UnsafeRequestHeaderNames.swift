import CORSVocabulary

/// The names of a request's headers that a preflight has to ask for.
///
/// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
enum UnsafeRequestHeaderNames {
    /// Safelisted values may be so many bytes together.
    private static let maximumSum = 1024

    /// Returns the names in lower case, each once, sorted by bytes.
    static func of(_ headers: HeaderList, _ deviations: Deviations) -> [[UInt8]] {
        // Steps 1 to 3.
        var unsafe: [[UInt8]] = []
        var potentiallyUnsafe: [[UInt8]] = []
        var sum = 0
        // Step 4: each entry is judged by itself.
        for field in headers.fields {
            let value = field.value.bytes[...]
            if SafelistedRequestHeader.contains(field.name, value, deviations) {
                potentiallyUnsafe.append(field.name.folded)
                sum += value.count
            } else {
                unsafe.append(field.name.folded)
            }
        }
        // Step 5.
        if sum > maximumSum, !deviations.contains(.noSumLimit) { unsafe += potentiallyUnsafe }
        // Step 6.
        return sorted(unsafe, isRepeating: deviations.contains(.repeatsUnsafeNames))
    }

    /// Converts names to a sorted set; they are in lower case.
    ///
    /// https://fetch.spec.whatwg.org/#convert-header-names-to-a-sorted-lowercase-set
    private static func sorted(_ names: [[UInt8]], isRepeating: Bool) -> [[UInt8]] {
        if names.count < 2 { return names }
        var unique: [[UInt8]] = []
        for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) where isRepeating || unique.last != name {
            unique.append(name)
        }
        return unique
    }
}
