import CORSRunner
import CORSVocabulary

/// The rows that a baseline covers, by cause and by what it says of them, and what is stale in it.
struct KnownText {
    /// The report.
    let report: RunReport
    /// How it looks.
    let options: TextReport.Options
    /// The colours.
    let paint: Paint

    /// The lines; none if there is nothing to say.
    var lines: [String] { causes.flatMap(lines) + staleLines }

    /// Known rows with one cause.
    private struct Known {
        var title: String
        var rows: [RowResult]
    }

    private var causes: [Known] {
        var order: [String] = []
        var rows: [String: [RowResult]] = [:]
        for row in report.rows where row.isKnown {
            let title = row.findings.first.map { $0.cause?.title ?? $0.message } ?? row.title
            if rows[title] == nil { order.append(title) }
            rows[title, default: []].append(row)
        }
        return order.map { Known(title: $0, rows: rows[$0] ?? []) }
    }

    private func lines(_ known: Known) -> [String] {
        var lines = Wrap.paragraph("KNOWN   " + Visible.text(known.title), indent: 8, width: options.width)
        var order: [KnownFailure] = []
        var ids: [KnownFailure: [String]] = [:]
        for row in known.rows {
            guard let entry = row.known else { continue }
            if ids[entry] == nil { order.append(entry) }
            ids[entry, default: []].append("\(row.policy):\(row.id)")
        }
        for entry in order {
            lines += Wrap.paragraph("        " + Visible.text(entry.text), indent: 8, width: options.width)
            lines += Wrap.list(
                ids[entry] ?? [], indent: 10, width: options.width, limit: options.isVerbose ? .max : 4)
        }
        return lines + [""]
    }

    private var staleLines: [String] {
        guard let baseline = report.baseline else { return [] }
        var lines: [String] = []
        for entry in baseline.exceeded {
            lines += Wrap.paragraph(
                Visible.text(
                    "\(entry.policy):\(entry.id) is worse than \(baseline.file) says: known as \(entry.severity.rawValue)"
                ),
                indent: 0, width: options.width)
        }
        if !baseline.stale.isEmpty {
            lines.append(
                paint.severity(.hazard, "STALE") + "   " + Visible.text("\(baseline.file) lists what is no longer so:"))
            for run in StaleRun.runs(of: baseline.stale) {
                lines += Wrap.paragraph("        " + Visible.text(run.message), indent: 8, width: options.width)
                guard run.entries.count > 1 else { continue }
                let ids = run.entries.map { "\($0.entry.policy):\($0.entry.id)" }
                lines += Wrap.list(
                    ids, indent: 10, width: options.width, limit: options.isVerbose ? .max : 4)
            }
            if baseline.stale.contains(where: \.isToBeDeleted) {
                lines.append("        or: --write-baseline \(Visible.text(baseline.file))")
            }
        }
        return lines.isEmpty ? [] : lines + [""]
    }
}

extension KnownFailure {
    /// The reason, and where and until when it is worked on.
    var text: String {
        let until = expires.map { "until \($0)" }
        let rest = [issue, until].compactMap(\.self).joined(separator: ", ")
        return (reason ?? "no reason given") + (rest.isEmpty ? "" : " (\(rest))")
    }
}
