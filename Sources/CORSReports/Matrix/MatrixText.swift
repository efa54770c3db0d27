import CORSBuiltins
package import CORSRunner
import CORSVocabulary

/// The kill matrix as people read it: builtins with the cases that find them, and what does not hold.
package enum MatrixText {
    /// So many case ids are shown of a builtin; the JSON form has all.
    private static let shownCases = 3

    /// Renders a matrix.
    ///
    /// - Parameter matrix: The matrix.
    /// - Returns: The text, with a line break at its end.
    package static func render(_ matrix: KillMatrix) -> String {
        let width = matrix.lines.map(\.builtin.name.count).max() ?? 0
        var lines: [String] = []
        var heading: String?
        for line in matrix.lines {
            if line.builtin.heading != heading {
                if heading != nil { lines.append("") }
                lines.append(line.builtin.heading)
                heading = line.builtin.heading
            }
            lines.append("  \(line.builtin.name.padded(width))  \(text(of: line))")
        }
        lines += ["", "cases that stand without a faulty builtin"]
        lines += matrix.columns.filter(\.builtins.isEmpty).map { "  \($0.caseID): \($0.stands ?? "no reason given")" }
        lines += ["", summary(of: matrix)]
        lines += matrix.problems.map { "problem: \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(of line: KillMatrix.Line) -> String {
        guard let severity = line.severity else { return "clean" }
        let ids = line.found.filter { $0.severity == severity }.map(\.caseID)
        let more = ids.count > shownCases ? ", …" : ""
        let cause = line.builtin.cause.map { line.causes.contains($0) ? "\($0)  " : "" } ?? ""
        return "\(severity.rawValue.padded(8))\(cause)\(Count.of(line.found.count, "case")): "
            + ids.prefix(shownCases).joined(separator: ", ") + more
    }

    private static func summary(of matrix: KillMatrix) -> String {
        let faulty = matrix.lines.filter { $0.builtin.severity != nil }
        let right = matrix.lines.filter { $0.builtin.severity == nil }
        let finding = matrix.columns.count { !$0.builtins.isEmpty }
        return "\(faulty.count { $0.severity != nil }) of \(Count.of(faulty.count, "faulty builtin")) found, "
            + "\(right.count { $0.severity == nil }) of \(Count.of(right.count, "right one")) clean, "
            + "\(finding) of \(Count.of(matrix.columns.count, "case")) find a fault, "
            + Count.of(matrix.problems.count, "problem")
    }
}
