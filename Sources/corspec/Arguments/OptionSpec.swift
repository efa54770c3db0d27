/// An option that a command takes.
struct OptionSpec {
    /// The name with its dashes.
    var name: String
    /// What its value is called in help, or nil if it takes none.
    var value: String?
    /// Whether it may be given more than once.
    var repeats = false
    /// What it does.
    var help: String
}
