import CORSVocabulary

/// The CORS check.
///
/// https://fetch.spec.whatwg.org/#concept-cors-check
enum CORSCheck {
    private static let wildcard = [UInt8(ascii: "*")]
    private static let isTrue = Array("true".utf8)

    /// Checks a response for a request.
    ///
    /// - Returns: The step that failed, or nil. The origin is compared byte for byte.
    static func failure(_ response: HTTPResponse, for fetch: Fetch, isPreflight: Bool) -> Failure? {
        func failure(_ reason: BlockReason, _ value: [UInt8]) -> Failure {
            Failure(reason: reason, isPreflight: isPreflight, value: value, section: .corsCheck)
        }
        // Steps 1 and 2: no header at all.
        guard let origin = allowedOrigin(response, fetch) else {
            return failure(.allowOriginMissing, [])
        }
        // Step 3: `*` counts where the credentials mode is not `include`.
        if !fetch.isCredentialed, origin == wildcard { return nil }
        // Step 4: byte for byte.
        if (isPreflight ? fetch.preflightOrigin : fetch.origin).bytes != origin {
            if origin == wildcard { return failure(.allowOriginWildcardWithCredentials, origin) }
            return failure(isSeveral(origin) ? .allowOriginMultiple : .allowOriginMismatch, origin)
        }
        // Step 5.
        if !fetch.isCredentialed { return nil }
        // Steps 6 to 8.
        let credentials = credentials(response, fetch)
        return credentials == isTrue ? nil : failure(.allowCredentialsNotTrue, credentials ?? [])
    }

    private static func allowedOrigin(_ response: HTTPResponse, _ fetch: Fetch) -> [UInt8]? {
        let name = FieldName.accessControlAllowOrigin
        guard fetch.deviations.contains(.emptyOriginLineDropped),
            response.headers.fields.count(where: { $0.name.bytes == name.bytes }) < 2
        else { return response.headers.get(name) }
        return getNonempty(name, response) ?? response.headers.get(name)
    }

    private static func credentials(_ response: HTTPResponse, _ fetch: Fetch) -> [UInt8]? {
        let name = FieldName.accessControlAllowCredentials
        guard fetch.deviations.contains(.emptyCredentialsLineDropped) else { return response.headers.get(name) }
        return getNonempty(name, response)
    }

    /// Returns the value of a header's lines that are not empty, or nil if there are none.
    private static func getNonempty(_ name: FieldName, _ response: HTTPResponse) -> [UInt8]? {
        let lines = response.headers.fields.filter {
            $0.name == name && !HTTPWhitespace.trim($0.value.bytes[...]).isEmpty
        }
        return HeaderList(lines).get(name)
    }

    /// Says whether a value holds more than one: it is joined by commas or spaces.
    private static func isSeveral(_ value: [UInt8]) -> Bool {
        value.contains(UInt8(ascii: ",")) || value.contains(0x20)
    }
}
