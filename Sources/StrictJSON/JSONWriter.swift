/// A JSON value to write: members in the order given.
package indirect enum JSONOutput: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case decimal(Double)
    case string(String)
    case array([JSONOutput])
    case object([(String, JSONOutput)])

    package static func == (left: Self, right: Self) -> Bool { JSONWriter.line(left) == JSONWriter.line(right) }
    package func hash(into hasher: inout Hasher) { hasher.combine(JSONWriter.line(self)) }
}

/// Writes JSON text, UTF-8, members in the order given.
package enum JSONWriter {
    /// Returns a value on one line, without a line break at its end.
    package static func line(_ value: JSONOutput) -> String { "" }

    /// Returns a value over several lines, indented by two spaces, short arrays and objects on one line, with a line
    /// break at its end.
    package static func document(_ value: JSONOutput) -> String { "" }
}
