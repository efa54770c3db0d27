import CORSVocabulary

/// Header lines as text, for messages and for rules that look at what was written.
enum HeaderText {
    /// Returns every line of a name as it came, or the words that there is none.
    static func line(_ name: FieldName, in response: HTTPResponse?) -> String {
        guard let response else { return "no response" }
        let values = response.headers.values(name)
        if values.isEmpty { return "no \(name.text) line" }
        return values.map { "\(name.text): \($0.text)" }.joined(separator: "; ")
    }

    /// Returns the members of a comma-separated list over all its lines, trimmed, in lower case.
    static func members(of name: FieldName, in response: HTTPResponse?) -> [String] {
        guard let response else { return [] }
        return response.headers.values(name).flatMap { value in
            value.bytes.split(separator: UInt8(ascii: ",")).map { Latin1.text(trim($0).map(ASCII.lower)) }
        }
    }

    /// Returns the value of a field that has one line, trimmed; nil if there is none or there are several.
    static func single(_ name: FieldName, in response: HTTPResponse) -> ArraySlice<UInt8>? {
        var found: ArraySlice<UInt8>?
        for field in response.headers.fields where field.name == name {
            if found != nil { return nil }
            found = trim(field.value.bytes[...])
        }
        return found
    }

    /// Returns bytes without the spaces and tabs around them.
    static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var trimmed = bytes
        while let first = trimmed.first, first == 0x20 || first == 0x09 { trimmed.removeFirst() }
        while let last = trimmed.last, last == 0x20 || last == 0x09 { trimmed.removeLast() }
        return trimmed
    }
}
