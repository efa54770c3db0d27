import CORSVocabulary

/// The first line of a response, such as `HTTP/1.1 200 OK` or `HTTP/2 204`.
struct StatusLine {
    /// The status.
    var status: Int
    /// The reason phrase, in lower case.
    var reason: String

    /// Reads a line, or returns nil if it is no status line.
    init?(_ line: ArraySlice<UInt8>) {
        guard line.starts(with: "HTTP/".utf8) else { return nil }
        let words = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count > 1, Self.isVersion(words[0].dropFirst(5)), words[1].count == 3,
            words[1].allSatisfy({ (0x30...0x39).contains($0) }), words[1].first != 0x30
        else { return nil }
        status = words[1].reduce(0) { $0 * 10 + Int($1) - 0x30 }
        reason = words.count > 2 ? Latin1.text(words[2].map(ASCII.lower)) : ""
    }

    /// Whether a proxy says that it has opened the way to the server, which is no answer of the server's.
    var isProxyConnected: Bool { status == 200 && reason.contains("connection established") }

    /// Whether the answer itself is yet to come.
    var isInterim: Bool { status < 200 && status != 101 }

    private static func isVersion(_ text: ArraySlice<UInt8>) -> Bool {
        ["0.9", "1.0", "1.1", "2", "2.0", "3", "3.0"].contains { text.elementsEqual($0.utf8) }
    }
}
