/// A `curl` command that was copied along with what it printed.
struct CurlCommandLine {
    /// How far into a line a prompt reaches.
    private static let longestPrompt = 120

    /// The command's words, `curl` left out.
    var words: [String]
    /// On how many lines it stands.
    var lineCount: Int

    /// Reads the command that begins on the first of some lines, or returns nil if none does.
    static func read(_ lines: ArraySlice<TextLine>) -> CurlCommandLine? {
        guard let first = lines.first, let start = start(of: first.bytes) else { return nil }
        var text = Array(first.bytes.suffix(from: start))
        var count = 1
        // A line that ends with a backslash, or within quotes, goes on on the next.
        while ShellWords.isOpen(text), count < lines.count {
            let next = lines[lines.startIndex + count]
            if StatusLine(next.bytes) != nil { break }
            text += [0x0A] + next.bytes
            count += 1
        }
        return CurlCommandLine(words: ShellWords.split(text), lineCount: count)
    }

    /// Finds the place after `curl ` where a line is a command, maybe behind a prompt.
    private static func start(of line: ArraySlice<UInt8>) -> Int? {
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }
        // A prompt of Windows is a path, with nothing between it and the command.
        let isWindows = text.dropFirst().starts(with: ":\\".utf8)
        for name in ["curl ", "curl.exe "].map({ Array($0.utf8) }) {
            if text.starts(with: name) { return text.startIndex + name.count }
            for place in text.indices.prefix(longestPrompt)
            where text[place...].starts(with: name) && place > text.startIndex + 1 {
                let before = text[place - 1] == 0x20 ? text[place - 2] : isWindows ? text[place - 1] : 0
                if "$#%>".utf8.contains(before) { return place + name.count }
            }
        }
        return nil
    }
}
