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

    /// The tokens; none where there is no list.
    var all: [ArraySlice<UInt8>] {
        guard case .values(let values) = self else { return [] }
        return values
    }
}
