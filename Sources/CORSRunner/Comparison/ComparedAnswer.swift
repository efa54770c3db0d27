import CORSVocabulary

/// The head of a row's last answer, as far as it is compared.
package struct ComparedAnswer: Sendable, Hashable {
    /// The method that was asked with.
    package var method: String
    /// The status.
    package var status: Int
    /// The header lines in order, names as received; values have one character a byte.
    package var lines: [Line]

    /// A header line.
    package struct Line: Sendable, Hashable {
        /// The name as received.
        package var name: String
        /// The value.
        package var value: String

        /// Makes a line; what is a secret is not kept.
        package init(name: String, value: String) {
            self.name = name
            self.value = ComparedAnswer.secret.contains(name.lowercased()) ? "***" : value
        }
    }

    /// Makes a head; lines that tell two answers of one server apart are left out.
    package init(method: String, status: Int, lines: [Line]) {
        self.method = method
        self.status = status
        self.lines = lines.filter { !Self.changing.contains($0.name.lowercased()) }
    }

    /// Reads a head off an exchange; nil where no answer came.
    init?(_ exchange: RecordedExchange) {
        guard let response = exchange.response else { return nil }
        self.init(
            method: exchange.request.method.text, status: response.status,
            lines: response.headers.fields.map { Line(name: $0.name.text, value: $0.value.text) })
    }

    /// Lines whose values no report shows.
    private static let secret: Set<String> = ["set-cookie", "set-cookie2"]

    /// Lines that differ from answer to answer, or are about the connection and the body.
    private static let changing: Set<String> = [
        "age", "alt-svc", "connection", "content-length", "date", "etag", "expires", "keep-alive", "last-modified",
        "server-timing", "traceparent", "transfer-encoding", "x-correlation-id", "x-process-time", "x-request-id",
        "x-response-time", "x-runtime",
    ]
}
