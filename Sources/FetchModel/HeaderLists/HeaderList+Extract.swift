import CORSVocabulary

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
                    for byte in element where !ASCII.isTokenByte(byte) { return .failure }
                    tokens.append(element)
                }
                start = end + 1
            }
        }
        return isPresent ? .values(tokens) : .null
    }

    /// Returns the tokens of a list header as far as the first element that is none.
    func leadingTokens(_ name: FieldName) -> [ArraySlice<UInt8>] {
        let lines = values(name).flatMap { $0.bytes.split(separator: UInt8(ascii: ",")) }
        return Array(lines.map(HTTPWhitespace.trim).filter { !$0.isEmpty }.prefix { ASCII.isToken($0) })
    }
}
