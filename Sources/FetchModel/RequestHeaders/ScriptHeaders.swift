import CORSVocabulary

/// What becomes of the headers that a script sets.
enum ScriptHeaders {
    private static let userAgent: FieldName = "User-Agent"

    /// Returns the headers that reach the request: values normalised, forbidden ones dropped, and the type of the body
    /// where the script sets none.
    ///
    /// https://fetch.spec.whatwg.org/#concept-headers-append
    static func filter(_ headers: HeaderList, body: RequestBody?, _ deviations: Deviations) -> HeaderList {
        if headers.fields.isEmpty, body == nil { return headers }
        var sent = HeaderList(
            headers.fields.compactMap { field in
                let normalized = HeaderField(field.name, FieldValue(normalize(field.value.bytes)))
                if deviations.contains(.userAgentForbidden), field.name == userAgent { return nil }
                return ForbiddenRequestHeader.contains(normalized) ? nil : normalized
            })
        // https://fetch.spec.whatwg.org/#dom-request, step 37: the type that the body implies.
        if let type = body?.impliedContentType, !sent.contains(.contentType) { sent.append(.contentType, type) }
        return deviations.contains(.combinesDuplicateRequestHeaders) ? combine(sent) : sent
    }

    /// Removes the HTTP white space around a value.
    ///
    /// https://fetch.spec.whatwg.org/#concept-header-value-normalize
    private static func normalize(_ bytes: [UInt8]) -> [UInt8] {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        guard let first = bytes.first, let last = bytes.last, isSpace(first) || isSpace(last) else { return bytes }
        var end = bytes.endIndex
        while end > 0, isSpace(bytes[end - 1]) { end -= 1 }
        return Array(bytes[..<end].drop(while: isSpace))
    }

    /// Joins the values of each name by a comma and a space; behind an empty last value no space is left.
    ///
    /// https://fetch.spec.whatwg.org/#concept-header-list-combine
    private static func combine(_ headers: HeaderList) -> HeaderList {
        var combined = HeaderList()
        for field in headers.fields {
            guard let index = combined.fields.firstIndex(where: { $0.name == field.name }) else {
                combined.fields.append(field)
                continue
            }
            combined.fields[index].value = FieldValue(
                normalize(combined.fields[index].value.bytes + [0x2C, 0x20] + field.value.bytes))
        }
        return combined
    }
}
