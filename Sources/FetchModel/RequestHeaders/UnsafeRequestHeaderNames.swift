import CORSVocabulary

/// The names of a request's headers that a preflight has to ask for.
///
/// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
enum UnsafeRequestHeaderNames {
    /// Safelisted values may be so many bytes together.
    private static let maximumSum = 1024

    /// Returns the names in lower case, each once, sorted by bytes.
    static func of(_ headers: HeaderList) -> [[UInt8]] {
        // Steps 1 to 3.
        var unsafe: Set<[UInt8]> = []
        var potentiallyUnsafe: Set<[UInt8]> = []
        var sum = 0
        // Step 4: each entry is judged by itself.
        for field in headers.fields {
            let value = field.value.bytes[...]
            if SafelistedRequestHeader.contains(field.name, value) {
                potentiallyUnsafe.insert(field.name.folded)
                sum += value.count
            } else {
                unsafe.insert(field.name.folded)
            }
        }
        // Step 5.
        if sum > maximumSum { unsafe.formUnion(potentiallyUnsafe) }
        // Step 6.
        return unsafe.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
