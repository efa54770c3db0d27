/// Words for the shell.
package enum ShellQuoting {
    /// Returns a word as the shell takes it for one.
    package static func quoted(_ word: String) -> String { "'\(word.replacing("'", with: "'\\''"))'" }
}
