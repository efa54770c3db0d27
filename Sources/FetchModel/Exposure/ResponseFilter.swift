import CORSVocabulary

/// What a script sees of a response's headers.
///
/// https://fetch.spec.whatwg.org/#concept-filtered-response
enum ResponseFilter {
    /// Names that scripts always see.
    ///
    /// https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
    static let safelist: [FieldName] = [
        "Cache-Control", "Content-Language", "Content-Length", "Content-Type", "Expires", "Last-Modified", "Pragma",
    ]

    private static let setCookie: FieldName = "Set-Cookie"
    private static let setCookie2: FieldName = "Set-Cookie2"

    /// Says whether no script ever sees a header.
    ///
    /// https://fetch.spec.whatwg.org/#forbidden-response-header-name
    private static func isForbidden(_ name: FieldName) -> Bool { name == setCookie || name == setCookie2 }

    /// Returns the names that the script of a fetch sees, each once, sorted.
    static func exposed(_ response: HTTPResponse?, _ fetch: Fetch) -> [FieldName] {
        guard let response else { return [] }
        return fetch.isTainted ? cors(response, fetch) : basic(response)
    }

    /// The names of a basic filtered response.
    private static func basic(_ response: HTTPResponse) -> [FieldName] {
        sorted(response.headers.fields.map(\.name).filter { !isForbidden($0) })
    }

    /// The names of a CORS filtered response.
    private static func cors(_ response: HTTPResponse, _ fetch: Fetch) -> [FieldName] {
        let exposed = response.headers.extractListValues(.accessControlExposeHeaders)
        // Where the credentials mode is `include`, `*` is a name like any other.
        let isAll = !fetch.isCredentialed && (exposed.hasWildcard || isAllThoughMalformed(exposed, response, fetch))
        let visible = response.headers.fields.map(\.name).filter { name in
            !isForbidden(name) && (isAll || exposed.contains(folded: name.folded) || safelist.contains(name))
        }
        return sorted(visible)
    }

    /// Says whether a list that does not parse exposes everything all the same.
    private static func isAllThoughMalformed(
        _ exposed: ExtractedValues, _ response: HTTPResponse, _ fetch: Fetch
    ) -> Bool {
        guard exposed == .failure, fetch.deviations.contains(.exposeMalformedWildcard) else { return false }
        return response.headers.leadingTokens(.accessControlExposeHeaders).contains { $0 == [UInt8(ascii: "*")] }
    }

    private static func sorted(_ names: [FieldName]) -> [FieldName] {
        if names.count < 2 { return names }
        var unique: [FieldName] = []
        for name in names.sorted(by: { $0.folded.lexicographicallyPrecedes($1.folded) }) where unique.last != name {
            unique.append(name)
        }
        return unique
    }
}
