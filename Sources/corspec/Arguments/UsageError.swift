import StrictJSON

/// A command line that cannot be carried out, and what to type instead.
struct UsageError: Error {
    /// What is wrong.
    var message: String
    /// A line that says where to look.
    var help: String?

    /// Makes an error.
    init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }

    /// Makes an error about a name that is unknown, with the nearest of those that are accepted.
    init(_ message: String, near name: String, in accepted: [String], help: String? = nil) {
        self.message = message + NearestName.hint(name, in: accepted)
        self.help = help
    }
}
