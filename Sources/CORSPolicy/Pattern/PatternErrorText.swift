/// What is said of a pattern that does not compile.
enum PatternErrorText {
    /// Names the construct that Swift's `Regex` does not support, or gives the parser's words.
    static func text(of error: any Error, source: String) -> String {
        let constructs = [
            ("(?<=", "lookbehind (?<=…)"), ("(?<!", "lookbehind (?<!…)"), ("\\K", "\\K"), ("(?R)", "recursion (?R)"),
        ]
        for (mark, name) in constructs where source.contains(mark) {
            return "the pattern uses \(name), which is not supported; write it without"
        }
        return "the pattern does not compile: \(words(of: error))"
    }

    /// Returns the parser's message without the source that it repeats.
    private static func words(of error: any Error) -> String {
        let text = String(describing: error)
        return text.split(separator: "\n").last.map(String.init) ?? text
    }
}
