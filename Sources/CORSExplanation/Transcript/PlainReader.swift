import CORSVocabulary
import StrictJSON

/// Reads what `curl -i` printed: heads, each with a body of any bytes behind it.
struct PlainReader {
    private var segment: TranscriptSegment
    private let text: [UInt8]
    private let file: String

    /// Makes a reader of a segment of a text.
    init(segment: TranscriptSegment, text: [UInt8], file: String) {
        self.segment = segment
        self.text = text
        self.file = file
    }

    /// A head and where it ends.
    private struct Head {
        var status: StatusLine
        var headers: HeaderList
        var line: TextLine
        /// The place of the line after it.
        var next: Int
        /// Where its body begins.
        var end: Int
    }

    /// Reads the exchanges.
    ///
    /// - Throws: `Diagnostic` if a head holds something else than header lines.
    consuming func exchanges() throws(Diagnostic) -> [ReadExchange] {
        var read: [ReadExchange] = []
        var index = segment.lines.startIndex
        var first: Head?
        while let found = nextHead(from: index, after: first) {
            let head = try head(at: found)
            first = first ?? head
            index = bodyEnd(of: head)
            if head.status.isInterim || head.status.isProxyConnected && head.headers.fields.count < 3 { continue }
            let wasRedirect = read.last.map { (300..<400).contains($0.response.status) } ?? false
            let follows = wasRedirect && (segment.command?.followsRedirects ?? isRedirect(read.last))
            var request = segment.command?.request
            if follows { request?.url = nil }
            read.append(
                ReadExchange(
                    request: request,
                    response: HTTPResponse(status: head.status.status, headers: head.headers), line: head.line.number,
                    followsRedirect: follows))
        }
        return read
    }

    private func isRedirect(_ exchange: ReadExchange?) -> Bool {
        exchange?.response.headers.contains("Location") == true
    }

    /// Finds the next line that begins a head.
    ///
    /// A body may hold such lines as well. Heads that are captured raw end their lines with a carriage return: then a
    /// line without one is none.
    private func nextHead(from index: Int, after first: Head?) -> Int? {
        segment.lines.indices.suffix(from: min(index, segment.lines.endIndex)).first { place in
            let line = segment.lines[place]
            guard StatusLine(line.bytes) != nil else { return false }
            return first.map { line.hasCarriageReturn || !$0.line.hasCarriageReturn } ?? true
        }
    }

    private func head(at start: Int) throws(Diagnostic) -> Head {
        let line = segment.lines[start]
        guard let status = StatusLine(line.bytes) else {
            throw TranscriptError.unexpected("a status line", on: line, of: file)
        }
        var head = Head(status: status, headers: [:], line: line, next: start + 1, end: line.end)
        while head.next < segment.lines.endIndex {
            let line = segment.lines[head.next]
            // The next command's head may follow without a blank line where an editor took it away.
            if StatusLine(line.bytes) != nil { break }
            head.next += 1
            head.end = line.end
            if line.isEmpty { break }
            guard HeaderLines.add(line.bytes, to: &head.headers) else {
                throw TranscriptError.unexpected(
                    "a header line, such as Vary: Origin, or a blank line", on: line, of: file)
            }
        }
        return head
    }

    /// Finds the line after a body.
    ///
    /// `Content-Length` tells where it ends, unless no body was printed (after HEAD, or a redirect that was followed):
    /// it is believed where it ends at the end of the text or before another head.
    private mutating func bodyEnd(of head: Head) -> Int {
        guard let length = head.headers.first("Content-Length").flatMap({ Int($0.text) }), length > 0,
            let last = segment.lines.last
        else { return head.next }
        let end = head.end + length
        guard end <= last.end else { return head.next }
        var next = head.next
        while next < segment.lines.endIndex, segment.lines[next].end <= end { next += 1 }
        let rest = text[end..<last.end].drop { $0 == 0x0A || $0 == 0x0D }
        if rest.isEmpty { return segment.lines.endIndex }
        guard rest.starts(with: "HTTP/".utf8) else { return head.next }
        // A body need not end with a line break: then the head begins in the middle of a line.
        if segment.lines[next].bytes.startIndex < end {
            segment.lines[next].bytes = segment.lines[next].bytes.suffix(from: end)
        }
        return next
    }
}
