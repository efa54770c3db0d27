import CORSPolicy
import CORSRunner
import StrictJSON

/// A suite that cannot be set up: everything that is wrong, a line each.
public struct ConformanceSetupError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public let description: String

    init(_ description: String) { self.description = description }

    init(_ diagnostics: [Diagnostic]) {
        description = diagnostics.map(\.description).joined(separator: "\n")
    }

    init(_ error: SelectionError) {
        switch error {
        case .unmatched(let glob, let nearest):
            description = "\"\(glob)\" matches no row; nearest: \(nearest.joined(separator: ", "))"
        case .empty: description = "the selection leaves no row to run"
        }
    }

    /// Checks a policy that was made in Swift.
    static func check(_ policy: Policy, name: String) throws {
        let diagnostics = Diagnostics(file: name)
        PolicyReader.validate(policy, into: diagnostics)
        if diagnostics.hasErrors { throw ConformanceSetupError(diagnostics.all) }
    }
}
