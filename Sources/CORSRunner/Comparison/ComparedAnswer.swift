import CORSVocabulary

/// The head of an answer, as far as it is compared.
package struct ComparedAnswer: Sendable, Hashable {
    /// The method that was asked with.
    package var method: String
    /// The status; nil where no answer came.
    package var status: Int?
    /// The header lines in order, names as received.
    package var lines: [Line]

    /// A header line.
    package struct Line: Sendable, Hashable {
        /// The name as received.
        package var name: String
        /// The value, with one character a byte; nil of headers that browsers do nothing by.
        package var value: String?

        /// Makes a line.
        package init(name: String, value: String) {
            self.name = name
            self.value = ComparedAnswer.isMeant(name.lowercased()) ? value : nil
        }
    }

    /// Makes a head; lines that tell two answers of one server apart are left out.
    package init(method: String, status: Int?, lines: [Line]) {
        self.method = method
        self.status = status
        self.lines = lines.filter { !Self.changing.contains($0.name.lowercased()) }
    }

    /// Reads a head off an exchange.
    init(_ exchange: RecordedExchange) {
        self.init(
            method: exchange.request.method.text, status: exchange.response?.status,
            lines: (exchange.response?.headers.fields ?? []).map { Line(name: $0.name.text, value: $0.value.text) })
    }

    /// Says whether browsers and caches do something by a header's value; others are compared by being there, since their
    /// values, such as a number for each request, are the application's.
    private static func isMeant(_ name: String) -> Bool {
        name.hasPrefix("access-control-") || name.hasPrefix("cross-origin-") || meant.contains(name)
    }

    private static let meant: Set<String> = [
        "allow", "cache-control", "content-encoding", "content-type", "location", "timing-allow-origin", "vary",
        "www-authenticate", "x-content-type-options",
    ]

    /// Lines that differ from answer to answer, or are about the connection and the body.
    private static let changing: Set<String> = [
        "age", "alt-svc", "connection", "content-length", "date", "etag", "expires", "keep-alive", "last-modified",
        "server-timing", "traceparent", "transfer-encoding", "x-correlation-id", "x-process-time", "x-request-id",
        "x-response-time", "x-runtime",
    ]
}
