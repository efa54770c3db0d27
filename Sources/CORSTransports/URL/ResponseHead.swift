import CORSVocabulary

/// The head of a response as it came over the wire.
///
/// https://www.rfc-editor.org/rfc/rfc9112.html#section-2.1
enum ResponseHead {
    /// Reads a head: the status line, the header lines in order and byte for byte, the blank line.
    ///
    /// One space after a colon belongs to the syntax, all others to the value. A line that begins with a space goes on
    /// with the value before it, as browsers read it.
    ///
    /// - Returns: The response, or nil if the status line is none.
    static func parse(_ head: some Collection<UInt8>) -> HTTPResponse? {
        let lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        guard let first = lines.first, let status = status(first) else { return nil }
        var headers: HeaderList = [:]
        for line in lines.dropFirst() where !line.isEmpty {
            if let first = line.first, isSpace(first), let last = headers.fields.last {
                headers.fields[headers.fields.count - 1].value = FieldValue(
                    last.value.bytes + [0x20] + line.drop(while: isSpace))
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            var value = line[line.index(after: colon)...]
            if value.first == 0x20 { value = value.dropFirst() }
            headers.append(FieldName(unchecked: Array(line[..<colon])), FieldValue(Array(value)))
        }
        return HTTPResponse(status: status, headers: headers)
    }

    /// Reads the status of `HTTP/1.1 200 OK`.
    private static func status(_ line: some Collection<UInt8>) -> Int? {
        let words = line.split(separator: 0x20, maxSplits: 2)
        guard words.count > 1, words[0].starts(with: "HTTP/".utf8), words[1].count == 3,
            words[1].allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return words[1].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
