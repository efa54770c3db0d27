/// A likely cause of findings, inferred from what was sent and what came back.
package struct Cause: Sendable, Hashable {
    /// A short name, such as `auth-before-cors`, stable.
    package var id: String
    /// The cause in one sentence.
    package var title: String
    /// How to mend it.
    package var fix: String

    /// Makes a cause.
    package init(id: String, title: String, fix: String) {
        self.id = id
        self.title = title
        self.fix = fix
    }
}
