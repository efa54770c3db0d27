import CORSRunner

/// Which rows of a plan a run is narrowed to.
struct RunNarrowing {
    private let selection: Selection
    private let past: PastReport?
    private let failedBefore: [RowKey]

    /// Reads the options, and the report that they name.
    ///
    /// - Throws: `UsageError` if the report cannot be read.
    init(_ parsed: ParsedArguments, into inputs: inout Inputs) throws(UsageError) {
        selection = Selection(only: parsed.all("--only"), except: parsed.all("--except"))
        past = if let path = parsed.value("--failed") { try inputs.pastReport(path) } else { nil }
        failedBefore = past?.rows(isStrict: parsed.has("--strict")) ?? []
    }

    /// Returns the plan with the rows that are to be run; nil if nothing failed in the earlier run, which is said.
    ///
    /// - Throws: `UsageError` if nothing is selected.
    func select(from whole: Plan) throws(UsageError) -> Plan? {
        var selected: Plan
        do throws(SelectionError) { selected = try selection.select(from: whole) } catch { throw UsageError(error) }
        guard let past else { return selected }
        if failedBefore.isEmpty {
            Terminal.printError("\(past.file): nothing failed there, so nothing is run")
            return nil
        }
        let index = RowIndex(whole)
        let keys = failedBefore.compactMap { key in
            index.id(of: key.id, policy: key.policy).map { RowKey(policy: key.policy, id: $0) }
        }
        let gone = failedBefore.count - keys.count
        guard !keys.isEmpty else {
            throw UsageError(
                "none of the rows that failed in \(past.file) is in this run; give the policies and the fixture files "
                    + "of that one")
        }
        if gone > 0 { Terminal.printError("\(past.file): \(gone) of the rows that failed there are not in this run") }
        let wanted = Set(keys)
        selected.rows = selected.rows.filter { wanted.contains(RowKey(policy: $0.policy, id: $0.id)) }
        guard !selected.rows.isEmpty else {
            throw UsageError("--only and --except leave none of the rows that failed in \(past.file)")
        }
        return selected
    }

    /// Marks the rows that failed in the earlier run.
    func mark(_ report: inout RunReport) {
        guard past != nil else { return }
        for place in report.rows.indices { report.rows[place].failedBefore = true }
    }
}

extension UsageError {
    /// Makes an error of a selection that selects nothing.
    init(_ error: SelectionError) {
        switch error {
        case .empty: self.init("--except leaves no row to run")
        case .unmatched(let glob, let nearest):
            let near = nearest.isEmpty ? "" : "; nearest: \(nearest.joined(separator: ", "))"
            self.init("\"\(glob)\" matches no row\(near)", help: "Type \"corspec list cases\" for the ids.")
        }
    }
}
