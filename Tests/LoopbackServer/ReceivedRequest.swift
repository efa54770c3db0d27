package import CORSVocabulary

/// A request as a server received it.
package struct ReceivedRequest: Sendable, Hashable {
    /// The request line and the header lines, byte for byte.
    package let head: [UInt8]
    /// The request that the head holds.
    package let request: HTTPRequest
    /// The connection that it came over, by its number.
    package let connection: Int
    /// How many requests came before it.
    package let number: Int

    /// Reads a head; nil if it has no request line.
    init?(_ head: [UInt8], connection: Int, number: Int) {
        let lines = Latin1.text(head).split(separator: "\r\n").map(String.init)
        let words = (lines.first ?? "").split(separator: " ").map(String.init)
        guard words.count == 3, let method = Method(words[0]) else { return nil }
        var headers: HeaderList = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let name = FieldName(parts[0]) else { return nil }
            headers.append(name, FieldValue(parts[1].first == " " ? String(parts[1].dropFirst()) : parts[1]))
        }
        self.head = head
        self.connection = connection
        self.number = number
        request = HTTPRequest(method: method, path: words[1], headers: headers)
    }
}
