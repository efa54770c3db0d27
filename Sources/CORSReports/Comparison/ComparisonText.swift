package import CORSRunner

/// A comparison as people read it: the areas, the rows that matter, and what they come to.
package struct ComparisonText {
    private let comparison: Comparison
    private let shown: ShownRows
    private let options: TextReport.Options
    private let paint: Paint
    private let names: ColumnLabels

    /// Renders a comparison.
    ///
    /// - Parameters:
    ///   - comparison: The comparison.
    ///   - shown: Which rows are listed.
    ///   - options: How it looks.
    /// - Returns: The text, with a line break at its end.
    package static func render(
        _ comparison: Comparison, shown: ShownRows, options: TextReport.Options = TextReport.Options()
    ) -> String {
        let text = ComparisonText(
            comparison: comparison, shown: shown, options: options, paint: Paint(isOn: options.usesColor),
            names: ColumnLabels(comparison))
        return text.lines.joined(separator: "\n") + "\n"
    }

    private var lines: [String] {
        let legend = names.legend.isEmpty ? [] : names.legend + [""]
        return legend + areas + [""] + groups + end
    }

    // MARK: - The areas

    /// The table of the areas, in as many parts as the width asks for.
    private var areas: [String] {
        let tallies = comparison.areaTallies
        let columns = names.labels.enumerated().map { index, label in
            [label] + tallies.map { $0.tallies[index].description }
        }
        let titles = ["area"] + tallies.map { Visible.text($0.area) }
        let first = titles.map(\.count).max() ?? 0
        var parts: [[String]] = []
        var room = 0
        for column in columns {
            let width = (column.map(\.count).max() ?? 0) + 2
            if parts.isEmpty || room < width {
                parts.append(titles.map { $0.padded(first) })
                room = options.width - first
            }
            room -= width
            for line in titles.indices { parts[parts.count - 1][line] += "  " + column[line].padded(width - 2) }
        }
        return Array(parts.map { $0.map(Self.trimmed) }.joined(separator: [""]))
    }

    /// Returns a line without spaces at its end.
    private static func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }

    // MARK: - The rows

    private var groups: [String] {
        ComparedGroup.groups(of: shown.rows(of: comparison)).flatMap { lines(of: $0) + [""] }
    }

    private func lines(of group: ComparedGroup) -> [String] {
        let row = group.rows[0]
        let heading = "\(words(row.cells)): \(Count.of(group.rows.count, "row"))"
        var lines = Wrap.paragraph(heading, indent: 0, width: options.width).map(paint.bold)
        for (text, columns) in explanations(row.cells) {
            lines += paragraph("\(columns): \(Visible.text(text))")
        }
        lines += group.between.flatMap { paragraph(difference($0)) }
        let ids = group.rows.map { "\($0.key.policy):\($0.key.id)" }
        return lines + Wrap.list(ids, indent: 4, width: options.width, limit: options.isVerbose ? .max : 8)
    }

    private func paragraph(_ text: String) -> [String] {
        Wrap.paragraph("  " + text, indent: 2, width: options.width)
    }

    /// What the columns say, each word once with those that say it, the worst first.
    private func words(_ cells: [ComparedCell?]) -> String {
        let order: [ComparedWord?] = [.unsafe, .broken, .error, .hazard, .ok, .refused, .skipped, nil]
        return order.compactMap { word in
            let columns = zip(names.labels, cells).filter { $1?.word == word }.map(\.0)
            return columns.isEmpty ? nil : "\(word?.rawValue ?? "absent") \(columns.joined(separator: ", "))"
        }.joined(separator: "; ")
    }

    /// What is said beside the words, each text once with the columns that it is said of.
    private func explanations(_ cells: [ComparedCell?]) -> [(text: String, columns: String)] {
        var order: [String] = []
        var columns: [String: [String]] = [:]
        for (name, cell) in zip(names.labels, cells) {
            guard let text = cell?.explanation else { continue }
            if columns[text] == nil { order.append(text) }
            columns[text, default: []].append(name)
        }
        return order.map { ($0, (columns[$0] ?? []).joined(separator: ", ")) }
    }

    /// What lies between two answers, in one sentence.
    private func difference(_ difference: AnswerDifference) -> String {
        let (first, second) = (names.labels[0], names.labels[1])
        if difference.name == "requests" {
            func asked(_ methods: [String]) -> String {
                methods.isEmpty ? "nothing" : methods.map(Visible.text).joined(separator: ", ")
            }
            let place = difference.request == 1 ? "asked" : "then asked"
            return "\(place): \(asked(difference.first)) of \(first), \(asked(difference.second)) of \(second)"
        }
        let method = difference.method.isEmpty ? "" : "\(Visible.text(difference.method)): "
        return method + told(difference, first, second)
    }

    private func told(_ difference: AnswerDifference, _ first: String, _ second: String) -> String {
        guard difference.isHeader else {
            return "\(difference.name) \(difference.first[0]) from \(first), \(difference.second[0]) from \(second)"
        }
        let name = Visible.text(difference.name)
        func said(_ values: [String]) -> String {
            values.map { $0.isEmpty ? name : "\(name): \(Visible.bytes($0))" }.joined(separator: " and ")
        }
        if difference.second.isEmpty { return "only \(first) has \(said(difference.first))" }
        if difference.first.isEmpty { return "only \(second) has \(said(difference.second))" }
        return "\(first) has \(said(difference.first)), \(second) has \(said(difference.second))"
    }

    // MARK: - The end

    private var end: [String] {
        let disputed = comparison.rows.count(where: \.isDisputed)
        let count = Count.of(comparison.rows.count, "row")
        let conclusion = Conclusion(
            comparison, isStrict: options.isStrict, isInterrupted: options.isInterrupted)
        return [
            "\(count), \(Count.of(comparison.columns.count, "column")); columns differ in \(Count.of(disputed, "row"))",
            closing(conclusion),
        ]
    }

    private func closing(_ conclusion: Conclusion) -> String {
        let text =
            switch conclusion {
            case .interrupted: "INTERRUPTED (exit 130): targets were not run, or not to their end."
            case .target: "ERROR (exit 3): a column has rows without an answer, or refuses every policy."
            case .findings: "FAILED (exit 1): a column is not what the policy means."
            case .stale: "STALE (exit 4): the baseline of a report lists what is no longer so."
            case .clean: "OK (exit 0): no column has anything that fails a run."
            }
        return conclusion == .clean ? paint.good(text) : paint.bad(text)
    }
}
