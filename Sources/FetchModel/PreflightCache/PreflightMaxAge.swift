import CORSVocabulary

/// How long a preflight may be remembered.
///
/// https://fetch.spec.whatwg.org/#http-access-control-max-age
enum PreflightMaxAge {
    private static let unstated = 5
    private static let maximum = Int(Int32.max)

    /// Returns the seconds that a response states: one line of digits and nothing else.
    ///
    /// A number that is too large for its kind is the largest.
    static func seconds(_ response: HTTPResponse) -> Int {
        let lines = response.headers.values(.accessControlMaxAge)
        guard lines.count == 1, let line = lines.first else { return unstated }
        let digits = HTTPWhitespace.trim(line.bytes[...])
        guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return unstated }
        return digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), maximum) }
    }
}
