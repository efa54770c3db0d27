/// Words for the shell.
enum ShellQuoting {
    /// Returns a word as the shell takes it for one.
    static func quoted(_ word: String) -> String { "'\(word.replacing("'", with: "'\\''"))'" }
}
