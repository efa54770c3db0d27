package import CORSVocabulary

/// What a server does in answer to a request, part by part.
package struct Answer: Sendable {
    /// One thing that it does.
    package enum Part: Sendable {
        /// Writes bytes.
        case bytes([UInt8])
        /// Writes bytes one by one, with a pause after each.
        case drip([UInt8], pause: Duration)
        /// Writes bytes over and over, as long as somebody takes them.
        case endless([UInt8])
        /// Waits.
        case pause(Duration)
        /// Does nothing until the other side closes.
        case stall
        /// Closes the connection.
        case close
        /// Breaks the connection off.
        case reset
    }

    /// What it does, in order; then the connection is ready for the next request.
    package var parts: [Part]

    /// Makes an answer of parts.
    package init(_ parts: [Part]) { self.parts = parts }

    /// Makes an answer of text, one character a byte.
    package init(_ text: String) { parts = [.bytes(FieldValue(text).bytes)] }

    /// Makes the answer that carries a response, every header line byte for byte as it is.
    ///
    /// A length is added where the response says none, so that the connection can be used again.
    package init(_ response: HTTPResponse, after pause: Duration? = nil) {
        var bytes = Array("HTTP/1.1 \(response.status) Status\r\n".utf8)
        for field in response.headers.fields { bytes += field.name.bytes + ": ".utf8 + field.value.bytes + "\r\n".utf8 }
        let hasNoBody = response.status == 204 || response.status == 304
        if !hasNoBody, !response.headers.contains("Content-Length") { bytes += "Content-Length: 0\r\n".utf8 }
        bytes += "\r\n".utf8
        parts = (pause.map { [.pause($0)] } ?? []) + [.bytes(bytes)]
    }

    /// This answer, and then the end of the connection.
    package var closing: Answer { Answer(parts + [.close]) }
}
