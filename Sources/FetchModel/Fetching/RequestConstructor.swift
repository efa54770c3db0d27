import CORSVocabulary

/// The mistakes of a script for which no request is made at all.
///
/// https://fetch.spec.whatwg.org/#dom-request
enum RequestConstructor {
    private static let availableDictionary: FieldName = "Available-Dictionary"

    /// Returns the mistake of a script's request, or nil if there is none.
    static func error(_ fetch: Fetch) -> NetworkError? {
        let request = fetch.request
        // Step 5: an address with credentials.
        if request.target?.includesCredentials == true { return .urlCredentials }
        // Step 25: a forbidden method.
        if Method.isForbidden(request.method.bytes[...]) { return .methodForbidden }
        // Step 34: a body where the method has none.
        if request.body != nil, request.sentMethod == .get || request.sentMethod == .head { return .bodyNotAllowed }
        if fetch.deviations.contains(.availableDictionary), fetch.headers.contains(availableDictionary) {
            return .methodForbidden
        }
        return nil
    }
}
