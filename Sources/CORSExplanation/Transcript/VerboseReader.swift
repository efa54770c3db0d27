import CORSVocabulary
import StrictJSON

/// Reads what `curl -v` printed: requests after `>`, responses after `<`, remarks after `*`; bodies have no mark.
struct VerboseReader {
    private let segment: TranscriptSegment
    private let file: String
    private let showsRequests: Bool
    private var connection = VerboseConnection()
    private var request: ReadRequest?
    private var isRedirected = false
    private var read: [ReadExchange] = []

    /// Makes a reader of a segment.
    init(segment: TranscriptSegment, file: String) {
        self.segment = segment
        self.file = file
        showsRequests = segment.lines.contains { $0.begins(with: "> ") && RequestLine($0.bytes.dropFirst(2)) != nil }
    }

    /// Reads the exchanges.
    ///
    /// - Throws: `Diagnostic` if a head holds something else than header lines.
    consuming func exchanges() throws(Diagnostic) -> [ReadExchange] {
        var lines = segment.lines
        while let line = lines.first {
            let content = line.bytes.dropFirst(2)
            if line.begins(with: "> "), let first = RequestLine(content) {
                lines.removeFirst()
                let headers = try head(">", &lines, of: "request")
                request = connection.request(first, headers, segment.command)
            } else if line.begins(with: "< "), let status = StatusLine(content), request != nil || !showsRequests {
                lines.removeFirst()
                add(status, try head("<", &lines, of: "response"), at: line.number)
            } else {
                if line.begins(with: "* ") {
                    connection.note(line.text)
                    if connection.isRedirected { isRedirected = true }
                }
                lines.removeFirst()
            }
        }
        return read
    }

    /// Adds a response; interim ones, and those of proxies to CONNECT, are no answers.
    private mutating func add(_ status: StatusLine, _ headers: HeaderList, at line: Int) {
        if status.isInterim { return }
        let asked = request ?? segment.command?.request
        request = nil
        if asked?.method == "CONNECT" || status.isProxyConnected && headers.fields.count < 3 { return }
        let wasRedirect = read.last.map { (300..<400).contains($0.response.status) } ?? false
        read.append(
            ReadExchange(
                request: asked, response: HTTPResponse(status: status.status, headers: headers), line: line,
                followsRedirect: wasRedirect && (isRedirected || !showsRequests)))
        isRedirected = false
        connection.isRedirected = false
    }

    /// Reads the lines of a head that have a mark, whatever the terminal has put between them.
    private func head(
        _ mark: String, _ lines: inout ArraySlice<TextLine>, of what: String
    ) throws(Diagnostic) -> HeaderList {
        var headers: HeaderList = [:]
        while let line = lines.first {
            if line.bytes.elementsEqual(mark.utf8) || line.bytes.elementsEqual((mark + " ").utf8) {
                lines.removeFirst()
                return headers
            }
            let isMarked = line.begins(with: mark + " ")
            if isMarked, !HeaderLines.add(line.bytes.dropFirst(2), to: &headers) {
                throw TranscriptError.unexpected(
                    "a header line of the \(what), such as \(mark) Vary: Origin,", on: line, of: file, column: 3)
            }
            // The other side's lines end a head whose blank line was not copied.
            if !isMarked, line.begins(with: mark == ">" ? "< " : "> ") { return headers }
            lines.removeFirst()
        }
        return headers
    }
}
