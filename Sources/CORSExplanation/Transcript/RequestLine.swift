import CORSVocabulary

/// The first line of a request as verbose curl shows it, such as `GET /items HTTP/1.1`.
struct RequestLine {
    /// The method.
    var method: Method
    /// What is asked for, such as a path and a query.
    var target: String

    /// Reads a line, or returns nil if it is no request line.
    init?(_ line: ArraySlice<UInt8>) {
        let words = line.split(separator: 0x20, omittingEmptySubsequences: false)
        guard words.count == 3, ASCII.isToken(words[0]), !words[1].isEmpty, words[2].starts(with: "HTTP/".utf8) else {
            return nil
        }
        method = Method(unchecked: Array(words[0]))
        target = Latin1.text(words[1])
    }
}
