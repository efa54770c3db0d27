package import CORSRunner
import StrictJSON

/// A comparison as programs read it.
package enum ComparisonJSON {
    /// The number of the format that is written.
    private static let format = 1

    /// Renders a comparison.
    ///
    /// - Parameters:
    ///   - comparison: The comparison.
    ///   - shown: Which rows are listed; every one if nil.
    ///   - version: corspec's version.
    /// - Returns: The JSON text, with a line break at its end.
    package static func render(_ comparison: Comparison, shown: ShownRows?, version: String) -> String {
        let rows = shown?.rows(of: comparison) ?? comparison.rows
        return JSONWriter.document(
            .object([
                ("corspec", .string(version)), ("comparison", .integer(format)),
                ("columns", .array(comparison.columns.map(column))), ("areas", areas(comparison)),
                ("rows", .elements(count: rows.count) { row(rows[$0]) }),
            ]))
    }

    private static func column(_ column: ComparedColumn) -> JSONOutput {
        .object([("name", .string(column.name)), ("report", text(column.report))])
    }

    private static func areas(_ comparison: Comparison) -> JSONOutput {
        .array(
            comparison.areaTallies.map { area, tallies in
                .object([
                    ("name", .string(area)),
                    (
                        "columns",
                        .array(
                            tallies.map { tally in
                                guard let word = tally.word else { return .null }
                                return .object([("word", .string(word.rawValue)), ("rows", .integer(tally.count))])
                            })
                    ),
                ])
            })
    }

    private static func row(_ row: Comparison.Row) -> JSONOutput {
        .object([
            ("id", .string(row.key.id)), ("case", .string(row.caseID)), ("policy", .string(row.key.policy)),
            ("title", .string(row.title)), ("disputed", .bool(row.isDisputed)), ("cells", .array(row.cells.map(cell))),
            ("between", .array(row.between.map(difference))),
        ])
    }

    private static func cell(_ cell: ComparedCell?) -> JSONOutput {
        guard let cell else { return .null }
        let optional = [("cause", cell.cause), ("message", cell.message), ("reason", cell.reason)]
        return .object(
            [("word", .string(cell.word.rawValue))]
                + optional.compactMap { name, text in text.map { (name, JSONOutput.string($0)) } })
    }

    private static func difference(_ difference: AnswerDifference) -> JSONOutput {
        .object([
            ("request", .integer(difference.request)),
            ("header", difference.isHeader ? .string(difference.name) : .null),
            ("about", .string(difference.isHeader ? "header" : difference.name)),
            ("values", .array([difference.first, difference.second].map { .array($0.map { .string($0) }) })),
        ])
    }

    private static func text(_ text: String?) -> JSONOutput { text.map { .string($0) } ?? .null }
}

extension Comparison {
    /// The areas, with what each column says of them.
    var areaTallies: [(area: String, tallies: [ComparedTally])] {
        let rows = Dictionary(grouping: rows, by: \.area)
        return areas.map { ($0, tallies(of: rows[$0] ?? [])) }
    }
}
