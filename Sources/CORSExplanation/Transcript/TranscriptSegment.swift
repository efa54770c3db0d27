/// What one command printed, with the command if it was copied along.
struct TranscriptSegment {
    /// The command, or nil if none is there.
    var command: CurlArguments?
    /// The lines that it printed.
    var lines: ArraySlice<TextLine>

    /// Whether lines are marked as requests, responses and remarks.
    ///
    /// The first head tells: bodies may hold anything.
    var isVerbose: Bool {
        lines.first { $0.begins(with: "< HTTP/") || StatusLine($0.bytes) != nil }?.begins(with: "<") ?? false
    }

    /// Splits a transcript at its command lines.
    static func split(_ lines: [TextLine]) -> [TranscriptSegment] {
        var segments: [TranscriptSegment] = []
        var command: CurlArguments?
        var start = 0
        var index = 0
        while index < lines.count {
            guard let found = CurlCommandLine.read(lines[index...]) else {
                index += 1
                continue
            }
            segments.append(TranscriptSegment(command: command, lines: lines[start..<index]))
            command = CurlArguments(found.words)
            index += found.lineCount
            start = index
        }
        segments.append(TranscriptSegment(command: command, lines: lines[start...]))
        return segments
    }
}
