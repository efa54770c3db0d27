/// Gathers what is wrong in one file, so that all of it is reported at once.
///
/// A reference type, so that readers of nested values add to one list; it stays on one task.
package final class Diagnostics {
    /// The file's name as the user gave it.
    package let file: String
    /// What was found, in the order found.
    package private(set) var all: [Diagnostic] = []

    /// Makes an empty list for a file.
    package init(file: String) { self.file = file }

    /// Adds an error.
    package func error(_ message: String, kind: Diagnostic.Kind = .other, at position: SourcePosition?) {
        all.append(Diagnostic(kind: kind, file: file, position: position, message: message))
    }

    /// Adds a warning.
    package func warning(_ message: String, at position: SourcePosition?) {
        all.append(Diagnostic(severity: .warning, file: file, position: position, message: message))
    }

    /// Whether an error was added.
    package var hasErrors: Bool { all.contains { $0.severity == .error } }
}

extension Diagnostics {
    /// Adds what another list of the same file holds.
    package func add(_ diagnostics: [Diagnostic]) { all += diagnostics }

    /// What was found, in the order of the places.
    package var sorted: [Diagnostic] {
        all.enumerated().sorted { left, right in
            let first = left.element.position.map { [$0.line, $0.column] } ?? [0, 0]
            let second = right.element.position.map { [$0.line, $0.column] } ?? [0, 0]
            return first == second ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
        }.map(\.element)
    }
}
