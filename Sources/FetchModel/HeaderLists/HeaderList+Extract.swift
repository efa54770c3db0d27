import CORSVocabulary

/// What extraction of a list header yields.
enum ExtractedValues: Sendable, Hashable {
    /// There is no such header.
    case null
    /// A line does not parse.
    case failure
    /// The tokens of all lines, in order.
    case values([ArraySlice<UInt8>])

    /// Whether the tokens hold one, byte for byte.
    func contains(_ token: [UInt8]) -> Bool {
        guard case .values(let values) = self else { return false }
        return values.contains { $0.elementsEqual(token) }
    }

    /// Whether the tokens hold one, without regard to case; the token is in lower case.
    func contains(folded token: [UInt8]) -> Bool {
        guard case .values(let values) = self else { return false }
        return values.contains { value in
            value.count == token.count && zip(value, token).allSatisfy { ASCII.lower($0) == $1 }
        }
    }

    /// Whether a `*` is among the tokens.
    var hasWildcard: Bool {
        guard case .values(let values) = self else { return false }
        return values.contains { $0.count == 1 && $0.first == UInt8(ascii: "*") }
    }
}

extension HeaderList {
    /// Extracts the values of a list header whose elements are tokens, over all its lines.
    ///
    /// https://fetch.spec.whatwg.org/#extract-header-list-values
    ///
    /// Each line is parsed by itself as `#token`: empty elements are ignored, an empty line is an empty list, and one
    /// line that does not parse fails them all.
    func extractListValues(_ name: FieldName) -> ExtractedValues {
        var tokens: [ArraySlice<UInt8>] = []
        var isPresent = false
        for field in fields where field.name == name {
            isPresent = true
            let bytes = field.value.bytes
            var start = 0
            while start <= bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != UInt8(ascii: ",") { end += 1 }
                let element = HTTPWhitespace.trim(bytes[start..<end])
                if !element.isEmpty {
                    guard ASCII.isToken(element) else { return .failure }
                    tokens.append(element)
                }
                start = end + 1
            }
        }
        return isPresent ? .values(tokens) : .null
    }
}
