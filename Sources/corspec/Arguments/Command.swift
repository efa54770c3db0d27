/// The commands.
enum Command: String, CaseIterable {
    case run
    case list
    case export
    case judge
    case explain
    case lint
    case emit
    case adapter
    case help

    /// The line that says where its options are described.
    var helpLine: String { "Type \"corspec help \(rawValue)\" for its options." }
}
