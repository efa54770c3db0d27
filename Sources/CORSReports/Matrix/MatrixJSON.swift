import CORSBuiltins
package import CORSRunner
import CORSVocabulary
import StrictJSON

/// The kill matrix as programs read it: every pair of a builtin and a case that finds it.
package enum MatrixJSON {
    /// Renders a matrix.
    ///
    /// - Parameters:
    ///   - matrix: The matrix.
    ///   - version: corspec's version.
    /// - Returns: The JSON text, with a line break at its end.
    package static func render(_ matrix: KillMatrix, version: String) -> String {
        JSONWriter.document(
            .object([
                ("corspec", .string(version)), ("builtins", .array(matrix.lines.map(line))),
                ("cases", .array(matrix.columns.map(column))),
                ("problems", .array(matrix.problems.map { .string($0) })),
            ]))
    }

    private static func line(_ line: KillMatrix.Line) -> JSONOutput {
        .object([
            ("name", .string(line.builtin.name)), ("kind", .string(line.builtin.kind.rawValue)),
            ("family", optional(line.builtin.family?.rawValue)), ("summary", .string(line.builtin.summary)),
            ("severity", optional(line.builtin.severity?.rawValue)), ("cause", optional(line.builtin.cause)),
            ("seen_in", .string(line.builtin.seenIn)), ("found", optional(line.severity?.rawValue)),
            ("found_by", .object(line.found.map { ($0.caseID, .string($0.severity.rawValue)) })),
            ("causes", .array(line.causes.sorted().map { .string($0) })),
        ])
    }

    private static func column(_ column: KillMatrix.Column) -> JSONOutput {
        .object([
            ("id", .string(column.caseID)), ("finds", .array(column.builtins.map { .string($0) })),
            ("stands", optional(column.stands)),
        ])
    }

    private static func optional(_ text: String?) -> JSONOutput { text.map { .string($0) } ?? .null }
}
