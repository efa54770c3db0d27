import CORSVocabulary

extension HeaderList {
    /// Returns the value of a header: all its lines in order, trimmed, joined with `, `; nil if there is none.
    ///
    /// https://fetch.spec.whatwg.org/#concept-header-list-get
    ///
    /// An empty line is a line: `*` and an empty one make `*, `.
    func get(_ name: FieldName) -> [UInt8]? {
        var value: [UInt8]?
        for field in fields where field.name == name {
            let trimmed = HTTPWhitespace.trim(field.value.bytes[...])
            if value == nil {
                value = trimmed.count == field.value.bytes.count ? field.value.bytes : Array(trimmed)
            } else {
                value?.append(contentsOf: [0x2C, 0x20])
                value?.append(contentsOf: trimmed)
            }
        }
        return value
    }
}
