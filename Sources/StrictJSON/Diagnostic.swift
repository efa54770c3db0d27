/// Something wrong in a file that a person wrote: where it is, what was wrong, what is accepted.
package struct Diagnostic: Sendable, Hashable, Error {
    /// How bad it is.
    package enum Severity: String, Sendable, Hashable {
        case error
        case warning
    }

    /// What is wrong, where a reader of the diagnostics must tell it apart.
    package enum Kind: Sendable, Hashable {
        case unknownMember
        case duplicateMember
        case wrongType
        case other
    }

    /// How bad it is.
    package var severity: Severity
    /// What is wrong.
    package var kind: Kind
    /// The file's name as the user gave it.
    package var file: String
    /// The place, or nil where the file as a whole is meant.
    package var position: SourcePosition?
    /// What was wrong, the value, what is accepted, the nearest match.
    package var message: String

    /// Makes a diagnostic.
    package init(
        severity: Severity = .error, kind: Kind = .other, file: String, position: SourcePosition? = nil, message: String
    ) {
        self.severity = severity
        self.kind = kind
        self.file = file
        self.position = position
        self.message = message
    }
}

// MARK: - CustomStringConvertible

extension Diagnostic: CustomStringConvertible {
    /// The line that a user reads: `path:line:column: error: text`.
    package var description: String {
        let place = position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(file)\(place): \(severity.rawValue): \(message)"
    }
}
