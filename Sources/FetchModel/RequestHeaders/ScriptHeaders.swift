import CORSVocabulary

/// What becomes of the headers that a script sets.
enum ScriptHeaders {
    /// Returns the headers that reach the request: values normalised, forbidden ones dropped.
    ///
    /// https://fetch.spec.whatwg.org/#concept-headers-append
    static func filter(_ headers: HeaderList) -> HeaderList {
        HeaderList(
            headers.fields.compactMap { field in
                let normalized = HeaderField(field.name, FieldValue(normalize(field.value.bytes)))
                return ForbiddenRequestHeader.contains(normalized) ? nil : normalized
            })
    }

    /// Removes the HTTP white space around a value.
    ///
    /// https://fetch.spec.whatwg.org/#concept-header-value-normalize
    private static func normalize(_ bytes: [UInt8]) -> [UInt8] {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        var end = bytes.endIndex
        while end > 0, isSpace(bytes[end - 1]) { end -= 1 }
        return Array(bytes[..<end].drop(while: isSpace))
    }
}
