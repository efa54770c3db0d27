package import CORSRunner

/// A comparison for a page of Markdown: targets by areas, and cases by targets.
package enum ComparisonMarkdown {
    /// Renders a comparison.
    ///
    /// - Parameters:
    ///   - comparison: The comparison.
    ///   - shown: Which rows the second table is made of.
    /// - Returns: The text, with a line break at its end.
    package static func render(_ comparison: Comparison, shown: ShownRows) -> String {
        let names = comparison.columns.map(\.name)
        let areas = comparison.areaTallies
        let targets = names.enumerated().map { index, name in
            [name] + areas.map { $0.tallies[index].description }
        }
        var lines = table(["target"] + areas.map(\.area), targets)
        let rows = shown.rows(of: comparison)
        let byCase = Dictionary(grouping: rows, by: \.caseID)
        var seen: Set<String> = []
        let cases = rows.map(\.caseID).filter { seen.insert($0).inserted }.map { id in
            ["`\(id)`"] + comparison.tallies(of: byCase[id] ?? []).map(\.description)
        }
        if !cases.isEmpty { lines += [""] + table(["case"] + names, cases) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> [String] {
        [line(head), line(head.map { _ in "---" })] + rows.map(line)
    }

    private static func line(_ cells: [String]) -> String { "| \(cells.map(escape).joined(separator: " | ")) |" }

    /// Returns a cell's text with what would end the cell escaped.
    private static func escape(_ text: String) -> String {
        Visible.text(text).replacing("\\", with: "\\\\").replacing("|", with: "\\|")
    }
}
