import CORSVocabulary

/// The address that a response's `Location` leads to.
///
/// https://fetch.spec.whatwg.org/#concept-response-location-url
enum ResponseLocation: Hashable {
    /// There is no such header.
    case null
    /// There are several, or it is no address.
    case failure
    /// The address.
    case url(URLRecord)

    private static let location: FieldName = "Location"

    /// Returns the address, against the current URL of a fetch.
    static func of(_ response: HTTPResponse, for fetch: Fetch) -> Self {
        var values = response.headers.values(location).map { HTTPWhitespace.trim($0.bytes[...]) }
        if fetch.deviations.contains(.emptyLocation) { values.removeAll(where: \.isEmpty) }
        // Step 2: the header is a single one.
        guard let first = values.first else { return .null }
        let isOne =
            values.count == 1 || fetch.deviations.contains(.identicalLocations) && values.allSatisfy { $0 == first }
        guard isOne else { return .failure }
        // Step 3.
        return URLParser.parse(first, base: fetch.url).map { .url($0) } ?? .failure
    }
}
