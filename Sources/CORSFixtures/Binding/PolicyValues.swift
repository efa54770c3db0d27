import CORSPolicy
import CORSVocabulary

/// What a policy puts in for each placeholder, worked out once.
struct PolicyValues {
    /// A value and the short name that row ids give it.
    struct Value: Hashable {
        /// The short name.
        var name: String
        /// The value.
        var text: String
    }

    private let values: [Placeholder: [Value]]
    /// The values of `{all-listed-headers}`.
    let listedHeaders: [String]

    /// Works out a policy's values.
    ///
    /// The target's own origin is none of them: its pages' fetches are not cross-origin.
    init(_ meaning: PolicyMeaning, targetOrigin: String, openMethods: Set<Method>?) {
        let granted = meaning.granted.map { Value(name: $0.name, text: $0.origin.text) }
            .filter { $0.text != targetOrigin }
        let methods = meaning.listedMethods.map { Value(name: $0.text.lowercased(), text: $0.text) }
        let unsafe = meaning.unsafeListedMethods.map { Value(name: $0.text.lowercased(), text: $0.text) }
        let unlisted = meaning.unlistedMethods.map { Value(name: $0.text.lowercased(), text: $0.text) }
        let headers = meaning.listedHeaders.map { Value(name: $0.lowercased, text: $0.text) }
        let unlistedHeaders = meaning.unlistedHeaders.map { Value(name: $0.lowercased, text: $0.text) }
        let misses = meaning.nearMisses.map { (miss: $0, value: Value(name: $0.name, text: $0.origin.text)) }
            .filter { $0.value.text != targetOrigin }
        let simple = meaning.simpleMethods.first { openMethods?.contains($0) ?? true }
        var values: [Placeholder: [Value]] = [:]
        values[.granted] = Array(granted.prefix(1))
        values[.secondGranted] = Array(granted.dropFirst().prefix(1))
        values[.eachGranted] = granted
        values[.eachNearMiss] = misses.filter { $0.miss.isSendable }.map(\.value)
        let typical = misses.filter(\.miss.isTypical)
        values[.eachTypicalMiss] = typical.filter { $0.miss.isSendable }.map(\.value)
        values[.eachTypicalUnsendable] = typical.filter { !$0.miss.isSendable }.map(\.value)
        values[.eachUnsendable] = misses.filter { !$0.miss.isSendable }.map(\.value)
        values[.unrelated] = Self.unrelated(meaning).map { [$0] } ?? []
        values[.target] = [Value(name: "target", text: targetOrigin)]
        values[.simpleMethod] = simple.map { [Value(name: $0.text, text: $0.text)] } ?? []
        values[.eachSimpleMethod] = meaning.simpleMethods.map { Value(name: $0.text.lowercased(), text: $0.text) }
        values[.eachListedMethod] = methods
        values[.eachUnsafeMethod] = unsafe
        values[.unsafeMethod] = Array(unsafe.prefix(1))
        values[.eachUnlistedMethod] = unlisted
        values[.unlistedMethod] = Array(unlisted.prefix(1))
        values[.eachNearMissMethod] = meaning.nearMissMethods.map { Value(name: $0.text.lowercased(), text: $0.text) }
        values[.listedHeader] = Array(headers.prefix(1))
        values[.eachListedHeader] = headers
        values[.lastListedHeader] = Array(headers.suffix(1))
        values[.eachUnlistedHeader] = unlistedHeaders
        values[.unlistedHeader] = Array(unlistedHeaders.prefix(1))
        values[.eachNearMissHeader] = meaning.nearMissHeaders.map { Value(name: $0.lowercased, text: $0.text) }
        values[.allListedHeaders] = headers.isEmpty ? [] : [Value(name: "all", text: "{all-listed-headers}")]
        values[.eachExposed] = meaning.exposedHeaders.map { Value(name: $0.lowercased, text: $0.text) }
        values[.eachHidden] = meaning.hiddenHeaders.map { Value(name: $0.lowercased, text: $0.text) }
        self.values = values.mapValues(Self.named)
        listedHeaders = headers.map(\.text)
    }

    /// Returns the values of a placeholder, names unique.
    subscript(placeholder: Placeholder) -> [Value] { values[placeholder] ?? [] }

    /// Returns an invented origin that the policy refuses, if there is one.
    private static func unrelated(_ meaning: PolicyMeaning) -> Value? {
        let invented = ["https://corspec-a.example", "https://corspec-b.test", "http://corspec-c.invalid:8080"]
        return invented.first { (try? meaning.grants(Origin($0))) == false }
            .map { Value(name: "unrelated", text: $0) }
    }

    /// Returns values with their names made unique by a number at the end.
    private static func named(_ values: [Value]) -> [Value] {
        var seen: [String: Int] = [:]
        return values.map { value in
            let count = seen[value.name, default: 0] + 1
            seen[value.name] = count
            return count == 1 ? value : Value(name: "\(value.name)-\(count)", text: value.text)
        }
    }
}
